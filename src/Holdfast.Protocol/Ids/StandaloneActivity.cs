using System.Diagnostics.CodeAnalysis;

namespace Holdfast.Protocol;

/// <summary>Activities that clients start have an ID space of their own: within the engine, their runs have workflow IDs that no workflow may have.</summary>
public static class StandaloneActivity
{
    /// <summary>What these workflow IDs begin with.</summary>
    public const string WorkflowIdPrefix = "holdfast:activity:";

    /// <summary>The workflow ID of an activity's runs.</summary>
    /// <param name="activityId">The activity's ID.</param>
    public static string WorkflowIdOf(string activityId) => WorkflowIdPrefix + activityId;

    /// <summary>True for the workflow ID of an activity's runs.</summary>
    /// <param name="workflowId">The workflow ID.</param>
    public static bool Is([NotNullWhen(true)] string? workflowId) => workflowId is not null && workflowId.StartsWith(WorkflowIdPrefix, StringComparison.Ordinal);

    /// <summary>The activity's ID; the workflow ID itself when it is none of an activity.</summary>
    /// <param name="workflowId">The workflow ID.</param>
    public static string ActivityIdOf(string workflowId) => Is(workflowId) ? workflowId[WorkflowIdPrefix.Length..] : workflowId;
}
