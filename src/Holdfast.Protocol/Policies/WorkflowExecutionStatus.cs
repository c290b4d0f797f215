namespace Holdfast.Protocol;

/// <summary>State of a run. Numbers are Temporal's.</summary>
public enum WorkflowExecutionStatus
{
    /// <summary>Open.</summary>
    Running = 1,

    /// <summary>Closed with a result.</summary>
    Completed = 2,

    /// <summary>Closed with a failure.</summary>
    Failed = 3,

    /// <summary>Closed after a cancellation request.</summary>
    Canceled = 4,

    /// <summary>Closed by force.</summary>
    Terminated = 5,

    /// <summary>Closed; another run of the chain took over.</summary>
    ContinuedAsNew = 6,

    /// <summary>Closed by a workflow timeout.</summary>
    TimedOut = 7,

    /// <summary>Open, and paused: nothing of it is started until it is unpaused.</summary>
    Paused = 8,
}
