namespace Holdfast.Reliability;

/// <summary>Timeouts and intervals that sequences use.</summary>
internal static class LedgerTimes
{
    public const string Cron = "* * * * *";
    public static readonly TimeSpan CronPeriod = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan StartDelay = TimeSpan.FromSeconds(20);
    public static readonly TimeSpan RunTimeout = TimeSpan.FromSeconds(45);
    public static readonly TimeSpan ExecutionTimeout = TimeSpan.FromSeconds(100);
    public static readonly TimeSpan RunRetry = TimeSpan.FromSeconds(15);
    public static readonly TimeSpan TaskRetry = TimeSpan.FromSeconds(2);
    public const int RunAttempts = 2;

    /// <summary>How far an operation lets time go: seconds, and now and then so far that closed and idle runs leave memory for the settled store.</summary>
    public static TimeSpan Passing(long amount) => amount % 10 == 0 ? TimeSpan.FromHours(13) : TimeSpan.FromSeconds(amount);

    /// <summary>Every third child has a run timeout.</summary>
    public static TimeSpan? OfChild(long amount) => amount % 3 == 0 ? RunTimeout : null;
}
