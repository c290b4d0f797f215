namespace Holdfast.Engine;

/// <summary>Minute, hour, day of month, month and day of week, on the clock of a time zone.</summary>
internal sealed class CronFields : CronSchedule
{
    private const int FieldCount = 5;
    private const int YearsSearched = 5;
    private static readonly string[] MonthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] DayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    private readonly CronField _minutes;
    private readonly CronField _hours;
    private readonly CronField _daysOfMonth;
    private readonly CronField _months;
    private readonly CronField _daysOfWeek;
    private readonly TimeZoneInfo _zone;

    private CronFields(IReadOnlyList<string> fields, TimeZoneInfo zone, string schedule)
    {
        _minutes = CronField.Parse(fields[0], "minute", 0, 59, [], schedule);
        _hours = CronField.Parse(fields[1], "hour", 0, 23, [], schedule);
        _daysOfMonth = CronField.Parse(fields[2], "day of month", 1, 31, [], schedule);
        _months = CronField.Parse(fields[3], "month", 1, 12, MonthNames, schedule);
        _daysOfWeek = CronField.Parse(fields[4], "day of week", 0, 6, DayNames, schedule);
        _zone = zone;
    }

    internal static CronFields Parse(string fields, TimeZoneInfo zone, string schedule)
    {
        var parts = fields.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length == FieldCount
            ? new CronFields(parts, zone, schedule)
            : throw Malformed(schedule, "it needs five fields (minute, hour, day of month, month, day of week), @every with a duration, or one of @hourly, @daily, @weekly, @monthly, @yearly.");
    }

    /// <inheritdoc/>
    public override DateTimeOffset? NextAfter(DateTimeOffset time)
    {
        // An hour earlier on the clock: when clocks are turned back, times of that hour come twice.
        var local = TimeZoneInfo.ConvertTime(time, _zone).DateTime.AddHours(-1);
        var limit = local.AddYears(YearsSearched);
        for (var candidate = NextLocal(local, limit); candidate < limit; candidate = NextLocal(candidate, limit))
        {
            if (Instant(candidate) is { } instant && instant > time)
            {
                return instant;
            }
        }

        return null;
    }

    private protected override DateTimeOffset? NextNotBefore(DateTimeOffset scheduled, DateTimeOffset now) => NextAfter(now - TimeSpan.FromTicks(1));

    /// <summary>The first matching minute after the one given; the limit when there is none before it.</summary>
    private DateTime NextLocal(DateTime after, DateTime limit)
    {
        var time = new DateTime(after.Year, after.Month, after.Day, after.Hour, after.Minute, 0, DateTimeKind.Unspecified).AddMinutes(1);
        while (time < limit)
        {
            if (!_months.Contains(time.Month))
            {
                time = new DateTime(time.Year, time.Month, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMonths(1);
            }
            else if (!MatchesDay(time))
            {
                time = time.Date.AddDays(1);
            }
            else if (!_hours.Contains(time.Hour))
            {
                time = time.Date.AddHours(time.Hour + 1);
            }
            else if (!_minutes.Contains(time.Minute))
            {
                time = time.AddMinutes(1);
            }
            else
            {
                return time;
            }
        }

        return limit;
    }

    /// <summary>When both kinds of day are restricted, either will do.</summary>
    private bool MatchesDay(DateTime time)
    {
        var (ofMonth, ofWeek) = (_daysOfMonth.Contains(time.Day), _daysOfWeek.Contains((int)time.DayOfWeek));
        return _daysOfMonth.IsEvery || _daysOfWeek.IsEvery ? ofMonth && ofWeek : ofMonth || ofWeek;
    }

    /// <summary>The instant at which the clock shows the time; null when it never does, because clocks are turned forward. Of two instants the first.</summary>
    private DateTimeOffset? Instant(DateTime local)
    {
        if (_zone.IsInvalidTime(local))
        {
            return null;
        }

        var offset = _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max() : _zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
