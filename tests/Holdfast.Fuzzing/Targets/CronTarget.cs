using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Fuzzing;

/// <summary>Cron schedules: what is read can be asked for its next times.</summary>
internal sealed class CronTarget() : FuzzTarget("cron", ErrorCodes.CronInvalid)
{
    private const int Times = 3;
    private const long TimeZoneBytes = 4 << 20;
    private static readonly DateTimeOffset Now = new(2026, 3, 28, 23, 59, 59, TimeSpan.Zero);

    public override IReadOnlyList<byte[]> Samples { get; } = HostileWords.Texts(
        "*/15 9-17 * * MON-FRI", "0 0 29 2 *", "CRON_TZ=Europe/Berlin 30 2 * * *", "@every 1h30m", "@daily", "0,30 1/2 1-5/2 JAN,DEC 0", "TZ=UTC @hourly");

    public override IReadOnlyList<byte[]> Words { get; } = HostileWords.Texts("@every ", "TZ=", "CRON_TZ=", "Europe", "../..", "/etc/passwd", "UTC", "60", "99999999999", "*/0", "0-", "ms", "h", "SUN", "L", "?", "#");

    /// <summary>The rules of a time zone are read once and kept.</summary>
    public override long AllowanceBytes(int inputBytes) => TimeZoneBytes + base.AllowanceBytes(inputBytes);

    public override void Read(byte[] input)
    {
        var schedule = CronSchedule.Parse(TextOf(input));
        DateTimeOffset? time = Now;
        for (var i = 0; i < Times && time is not null; i++)
        {
            var next = schedule.NextAfter(time.Value);
            Require(next is null || next > time, "the next time is later");
            time = next;
        }
    }
}
