namespace Holdfast.Engine;

/// <summary>Limits that the run state machine enforces; defaults are Temporal's.</summary>
public sealed record EngineLimits
{
    /// <summary>The defaults.</summary>
    public static readonly EngineLimits Default = new();

    /// <summary>Pending activities of a run. Default 2,000.</summary>
    public int PendingActivities { get; init; } = 2_000;

    /// <summary>Pending children of a run. Default 2,000.</summary>
    public int PendingChildren { get; init; } = 2_000;

    /// <summary>Pending timers of a run. Default 2,000.</summary>
    public int PendingTimers { get; init; } = 2_000;

    /// <summary>Pending requests of a run to cancel others. Default 2,000.</summary>
    public int PendingExternalCancels { get; init; } = 2_000;

    /// <summary>Pending signals of a run to others. Default 2,000.</summary>
    public int PendingExternalSignals { get; init; } = 2_000;

    /// <summary>Signals that one run may receive. Default 10,000.</summary>
    public int Signals { get; init; } = 10_000;

    /// <summary>Updates in flight in one run. Default 10.</summary>
    public int UpdatesInFlight { get; init; } = 10;

    /// <summary>Updates that one run may take. Default 2,000.</summary>
    public int Updates { get; init; } = 2_000;

    /// <summary>Events at which the engine suggests to continue as new. Default 4,096.</summary>
    public long SuggestContinueAsNewEvents { get; init; } = 4_096;

    /// <summary>Encoded history bytes at which the engine suggests to continue as new. Default 4 MiB.</summary>
    public long SuggestContinueAsNewBytes { get; init; } = 4L << 20;

    /// <summary>Events at which a run is terminated. Default 51,200.</summary>
    public long HistoryEvents { get; init; } = 51_200;

    /// <summary>Encoded history bytes at which a run is terminated. Default 50 MiB.</summary>
    public long HistoryBytes { get; init; } = 50L << 20;

    /// <summary>Longest ID, type, name or queue in bytes of UTF-8. Default 1,000.</summary>
    public int NameBytes { get; init; } = 1_000;

    /// <summary>Longest summary of a workflow, activity or timer in bytes of UTF-8. Default 400.</summary>
    public int SummaryBytes { get; init; } = 400;

    /// <summary>Longest static details of a workflow in bytes of UTF-8. Default 20,000.</summary>
    public int DetailsBytes { get; init; } = 20_000;

    /// <summary>Input of a run's updates in flight, in bytes. Default 20 MiB.</summary>
    public long UpdateBytesInFlight { get; init; } = 20L << 20;

    /// <summary>Events that may wait for the end of a workflow task; with more, the task fails (ForceCloseCommand) and another shows them. Default 100.</summary>
    public int BufferedEvents { get; init; } = 100;

    /// <summary>The same in bytes of payloads and failures. Default 2 MiB.</summary>
    public long BufferedBytes { get; init; } = 2L << 20;

    /// <summary>
    /// Queries of a run that may wait: for the end of a workflow task, or for a worker. More are refused (HF2100). Default 100; Temporal's own server lets one wait.
    /// </summary>
    public int BufferedQueries { get; init; } = 100;

    /// <summary>Events of a history at which a warning is logged. Default 10,240.</summary>
    public long HistoryEventsWarning { get; init; } = 10_240;

    /// <summary>Encoded size of a history at which a warning is logged. Default 10 MiB.</summary>
    public long HistoryBytesWarning { get; init; } = 10L << 20;

    /// <summary>Encoded size of what one step adds to a history at which a warning is logged: of a large payload, usually. Default 512 KiB.</summary>
    public int StepBytesWarning { get; init; } = 512 << 10;

    /// <summary>Size of the memo that a run begins with at which a warning is logged. Default 2 KiB.</summary>
    public int MemoBytesWarning { get; init; } = 2 << 10;

    /// <summary>Largest payload, and largest failure, in bytes. Default 2 MiB.</summary>
    public int PayloadBytes { get; init; } = 2 << 20;

    /// <summary>
    /// Bytes of payloads of all commands of one workflow task, the inputs of updates that it accepts among them. A task with more fails and is tried again.
    /// Default 8 MiB; keep it at half of the journal's largest record or less.
    /// </summary>
    public int WorkflowTaskBytes { get; init; } = 8 << 20;

    /// <summary>Largest header, names included, in bytes. Default 64 KiB.</summary>
    public int HeaderBytes { get; init; } = 64 << 10;

    /// <summary>Largest failure that is kept of an attempt while its activity is tried again, in bytes; of a larger one the message's beginning and the kind are kept. Default 4 KiB.</summary>
    public int PendingActivityFailureBytes { get; init; } = 4 << 10;

    /// <summary>
    /// Least time between the starts of two runs of one workflow ID by clients. Default zero: as often as they like; Temporal's own server waits for 1 s.
    /// </summary>
    public TimeSpan WorkflowIdReuseInterval { get; init; }

    /// <summary>
    /// Least time between the first workflow tasks of two runs when the one continues as the other; the next waits for what is left of it. Default zero: at once;
    /// Temporal's own server waits for 1 s.
    /// </summary>
    public TimeSpan ContinueAsNewInterval { get; init; }

    /// <summary>Workflow task timeout when none is given. Default 10 s.</summary>
    public TimeSpan DefaultWorkflowTaskTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest workflow task timeout. Default 120 s.</summary>
    public TimeSpan MaximumWorkflowTaskTimeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Time from the start of a workflow task to its completion above which a warning is logged. Default 5 s.</summary>
    public TimeSpan WorkflowTaskDurationWarning { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a worker may keep a run live by one task after the other that does nothing but wait for its local activities. Default 30 min.</summary>
    public TimeSpan WorkflowTaskHeartbeatTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a task that only carries updates may wait for a worker before it is made durable. Default 5 s.</summary>
    public TimeSpan SpeculativeWorkflowTaskTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest delay between attempts of a failing workflow task. Default 10 min; the first is 1 s, doubling.</summary>
    public TimeSpan MaximumWorkflowTaskBackoff { get; init; } = TimeSpan.FromMinutes(10);
}
