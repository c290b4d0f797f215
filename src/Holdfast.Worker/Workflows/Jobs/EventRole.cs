namespace Holdfast.Worker;

/// <summary>What an event means to workflow code. The order of the kinds of job is the order in which a task does them.</summary>
internal enum EventRole
{
    /// <summary>Nothing: bookkeeping of the engine.</summary>
    Ignored = 0,

    /// <summary>The run begins.</summary>
    StartJob = 1,

    /// <summary>A handler is called.</summary>
    HandlerJob = 2,

    /// <summary>Something that the code waits for has come.</summary>
    ResolutionJob = 3,

    /// <summary>
    /// Cancellation of the run was requested. After the resolutions: what has ended in the same task must not be canceled, since the engine no longer knows it.
    /// </summary>
    CancelJob = 4,

    /// <summary>A command of the code was recorded.</summary>
    Recorded = 5,

    /// <summary>A workflow task began.</summary>
    TaskStarted = 6,
}
