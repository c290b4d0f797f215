namespace Holdfast.Protocol;

/// <summary>Why a run continued as a new one. Numbers are Temporal's.</summary>
public enum ContinueAsNewInitiator
{
    /// <summary>The workflow asked for it.</summary>
    Workflow = 1,

    /// <summary>The workflow's retry policy.</summary>
    Retry = 2,

    /// <summary>The workflow's cron schedule.</summary>
    CronSchedule = 3,
}
