namespace Holdfast.Protocol;

/// <summary>To which workflow task a run is reset.</summary>
public enum ResetTarget
{
    /// <summary>The first that completed: everything but the start is done anew.</summary>
    FirstWorkflowTask = 1,

    /// <summary>The last that completed.</summary>
    LastWorkflowTask = 2,

    /// <summary>The one that an event names.</summary>
    WorkflowTaskEvent = 3,

    /// <summary>The first that a build of the workers' code completed; it may lie in a run that this one continues.</summary>
    BuildId = 4,
}
