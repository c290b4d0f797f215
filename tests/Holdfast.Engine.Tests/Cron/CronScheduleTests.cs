using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class CronScheduleTests
{
    [Theory]
    [InlineData("* * * * *", "2026-01-01T00:00:00Z", "2026-01-01T00:01:00Z")]
    [InlineData("*/15 * * * *", "2026-01-01T00:14:59Z", "2026-01-01T00:15:00Z")]
    [InlineData("5/20 * * * *", "2026-01-01T00:06:00Z", "2026-01-01T00:25:00Z")]
    [InlineData("0 9-17/4 * * *", "2026-01-01T13:00:00Z", "2026-01-01T17:00:00Z")]
    [InlineData("30 8 * * mon-fri", "2026-01-02T08:30:00Z", "2026-01-05T08:30:00Z")]
    [InlineData("0 0 1 JAN,Jul *", "2026-01-01T00:00:00Z", "2026-07-01T00:00:00Z")]
    [InlineData("0 0 13 * FRI", "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z")]
    [InlineData("0 0 29 2 *", "2026-01-01T00:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("0 12 ? * 0", "2026-01-01T00:00:00Z", "2026-01-04T12:00:00Z")]
    [InlineData("@hourly", "2026-01-01T00:00:00Z", "2026-01-01T01:00:00Z")]
    [InlineData("@daily", "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z")]
    [InlineData("@weekly", "2026-01-01T00:00:00Z", "2026-01-04T00:00:00Z")]
    [InlineData("@monthly", "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z")]
    [InlineData("@yearly", "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z")]
    [InlineData("@every 1h30m", "2026-01-01T00:00:00.5Z", "2026-01-01T01:30:00Z")]
    [InlineData("@every 1.5s", "2026-01-01T00:00:00Z", "2026-01-01T00:00:01Z")]
    [InlineData("CRON_TZ=Europe/Berlin 0 9 * * *", "2026-01-01T00:00:00Z", "2026-01-01T08:00:00Z")]
    [InlineData("TZ=Europe/Berlin 0 9 * * *", "2026-07-01T00:00:00Z", "2026-07-01T07:00:00Z")]
    [InlineData("CRON_TZ=Europe/Berlin 30 2 * * *", "2026-03-28T12:00:00Z", "2026-03-30T00:30:00Z")]
    [InlineData("CRON_TZ=Europe/Berlin 30 2 * * *", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("CRON_TZ=Europe/Berlin 30 2 * * *", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z")]
    public void The_next_time_is_the_first_that_every_field_allows(string schedule, string after, string next) =>
        Assert.Equal(Time(next), CronSchedule.Parse(schedule).NextAfter(Time(after)));

    [Fact]
    public void A_day_that_never_comes_has_no_next_time() => Assert.Null(CronSchedule.Parse("0 0 30 2 *").NextAfter(Time("2026-01-01T00:00:00Z")));

    [Theory]
    [InlineData("")]
    [InlineData("* * * *")]
    [InlineData("* * * * * *")]
    [InlineData("60 * * * *")]
    [InlineData("* 24 * * *")]
    [InlineData("* * 0 * *")]
    [InlineData("* * * 13 *")]
    [InlineData("* * * * 7")]
    [InlineData("5-1 * * * *")]
    [InlineData("*/0 * * * *")]
    [InlineData("1-2-3 * * * *")]
    [InlineData("x * * * *")]
    [InlineData("@reboot")]
    [InlineData("@every")]
    [InlineData("@every soon")]
    [InlineData("@every 5")]
    [InlineData("CRON_TZ=Nowhere/Land * * * * *")]
    public void What_is_no_schedule_is_refused(string schedule) =>
        Assert.Equal(ErrorCodes.CronInvalid, Assert.Throws<HoldfastException>(() => CronSchedule.Parse(schedule)).Code);

    [Theory]
    [InlineData("*/5 * * * *", 0, 60, 240)]
    [InlineData("*/5 * * * *", 0, 301, 299)]
    [InlineData("*/5 * * * *", 0, 300, 0)]
    [InlineData("@every 60s", 10, 15, 55)]
    [InlineData("@every 60s", 10, 200, 50)]
    public void Times_that_passed_while_a_run_was_open_are_left_out(string schedule, int beganSeconds, int endedSeconds, int waitSeconds)
    {
        var start = Scenario.StartOfTime;
        Assert.Equal(TimeSpan.FromSeconds(waitSeconds), CronSchedule.Parse(schedule).BackoffAfter(start.AddSeconds(beganSeconds), start.AddSeconds(endedSeconds)));
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
