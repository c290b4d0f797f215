using System.Security;
using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>When a workflow runs again: five cron fields in a time zone, or a fixed interval.</summary>
/// <remarks>Pure but for the host's time zone rules. Fields: minute, hour, day of month, month, day of week (0 is Sunday).</remarks>
public abstract class CronSchedule
{
    private const string EveryPrefix = "@every ";

    private static readonly string[] TimeZonePrefixes = ["CRON_TZ=", "TZ="];

    private protected CronSchedule()
    {
    }

    /// <summary>Reads a schedule.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.CronInvalid"/> saying what is wrong.</exception>
    public static CronSchedule Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rest = text.Trim();
        var zone = TakeTimeZone(ref rest, text);
        if (rest.StartsWith(EveryPrefix, StringComparison.Ordinal))
        {
            return new CronInterval(CronDuration.Parse(rest[EveryPrefix.Length..].Trim(), text));
        }

        return CronFields.Parse(Descriptor(rest) ?? rest, zone, text);
    }

    /// <summary>What is wrong with a schedule; null when it is well-formed or empty.</summary>
    public static Rejection? Problem(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            _ = text.Length == 0 ? null : Parse(text);
            return null;
        }
        catch (HoldfastException exception) when (exception.Code == ErrorCodes.CronInvalid)
        {
            return new Rejection(exception.Code, exception.Message);
        }
    }

    /// <summary>The first time after the one given; null when there is none within five years.</summary>
    public abstract DateTimeOffset? NextAfter(DateTimeOffset time);

    /// <summary>How long the next run waits: the schedule is counted on from when this run began, and times that passed meanwhile are left out.</summary>
    /// <param name="began">When this run's first workflow task was due.</param>
    /// <param name="now">When this run ended.</param>
    /// <returns>Whole seconds, rounded up; null when there is no next time.</returns>
    internal TimeSpan? BackoffAfter(DateTimeOffset began, DateTimeOffset now)
    {
        var next = NextAfter(began);
        if (next < now)
        {
            next = NextNotBefore(next.Value, now);
        }

        return next is { } due ? TimeSpan.FromSeconds(Math.Ceiling((due - now).TotalSeconds)) : null;
    }

    /// <summary>The first time of the schedule, counted on from one of its times, that is not before the time given.</summary>
    private protected abstract DateTimeOffset? NextNotBefore(DateTimeOffset scheduled, DateTimeOffset now);

    internal static HoldfastException Malformed(string text, string problem, Exception? cause = null) =>
        new(ErrorCodes.CronInvalid, $"The cron schedule '{text}' cannot be read: {problem}", cause);

    private static TimeZoneInfo TakeTimeZone(ref string rest, string text)
    {
        foreach (var prefix in TimeZonePrefixes)
        {
            if (rest.StartsWith(prefix, StringComparison.Ordinal))
            {
                var end = rest.IndexOf(' ', StringComparison.Ordinal);
                var id = end < 0 ? rest[prefix.Length..] : rest[prefix.Length..end];
                rest = end < 0 ? string.Empty : rest[end..].Trim();
                return FindTimeZone(id, text);
            }
        }

        return TimeZoneInfo.Utc;
    }

    private static TimeZoneInfo FindTimeZone(string id, string text)
    {
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(id);
        }
        catch (Exception exception) when (exception is TimeZoneNotFoundException or InvalidTimeZoneException or ArgumentException or SecurityException)
        {
            throw Malformed(text, $"this machine knows no time zone '{id}'. Use an IANA name such as Europe/Berlin.", exception);
        }
    }

    private static string? Descriptor(string text) => text switch
    {
        "@yearly" or "@annually" => "0 0 1 1 *",
        "@monthly" => "0 0 1 * *",
        "@weekly" => "0 0 * * 0",
        "@daily" or "@midnight" => "0 0 * * *",
        "@hourly" => "0 * * * *",
        _ => null,
    };
}
