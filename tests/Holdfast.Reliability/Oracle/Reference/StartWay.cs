namespace Holdfast.Reliability;

/// <summary>With which options a run is started.</summary>
/// <param name="Name">Its name.</param>
internal sealed record StartWay(string Name)
{
    public static readonly StartWay Plain = new("plain");
    public static readonly StartWay Delayed = new("delayed") { Delay = LedgerTimes.StartDelay };
    public static readonly StartWay RunTimeout = new("run-timeout") { RunLimit = LedgerTimes.RunTimeout };
    public static readonly StartWay ExecutionTimeout = new("execution-timeout") { ExecutionLimit = LedgerTimes.ExecutionTimeout };
    public static readonly StartWay Retried = new("retried") { IsRetried = true, RunLimit = LedgerTimes.RunTimeout };
    public static readonly StartWay Cron = new("cron") { IsCron = true, ExecutionLimit = LedgerTimes.ExecutionTimeout };
    public static readonly StartWay Described = new("described") { Note = "first", Attribute = 7, Priority = 2 };

    public static readonly StartWay[] All = [Plain, Delayed, RunTimeout, ExecutionTimeout, Retried, Cron, Described];

    public TimeSpan Delay { get; init; }

    public TimeSpan? RunLimit { get; init; }

    public TimeSpan? ExecutionLimit { get; init; }

    public bool IsRetried { get; init; }

    public bool IsCron { get; init; }

    public string? Note { get; init; }

    public long? Attribute { get; init; }

    public int Priority { get; init; }

    /// <summary>What it begins with.</summary>
    public long First { get; init; }

    public static StartWay Named(string name) => All.First(w => w.Name == name);
}
