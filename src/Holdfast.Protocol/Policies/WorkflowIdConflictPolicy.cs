namespace Holdfast.Protocol;

/// <summary>What a start does when a run of the workflow ID is open. Numbers are Temporal's.</summary>
public enum WorkflowIdConflictPolicy
{
    /// <summary>The start fails.</summary>
    Fail = 1,

    /// <summary>The start answers with the open run.</summary>
    UseExisting = 2,

    /// <summary>The open run is terminated and a new one started.</summary>
    TerminateExisting = 3,
}
