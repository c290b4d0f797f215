namespace Holdfast.Protocol;

/// <summary>Tags of measurements and spans. Each has few values: types, task queues, and names that Holdfast itself gives.</summary>
public static class TelemetryTags
{
    /// <summary>The workflow type.</summary>
    public const string WorkflowType = "holdfast.workflow.type";

    /// <summary>The activity type.</summary>
    public const string ActivityType = "holdfast.activity.type";

    /// <summary>The namespace.</summary>
    public const string Namespace = "holdfast.namespace";

    /// <summary>The task queue.</summary>
    public const string TaskQueue = "holdfast.task_queue";

    /// <summary>How a run ended: a name of <see cref="WorkflowExecutionStatus"/>.</summary>
    public const string Status = "holdfast.workflow.status";

    /// <summary>Which timeout: a name of <see cref="Protocol.TimeoutType"/>.</summary>
    public const string TimeoutType = "holdfast.timeout.type";

    /// <summary>Why a workflow task failed: a name of <see cref="WorkflowTaskFailedCause"/>.</summary>
    public const string Cause = "holdfast.workflow_task.cause";

    /// <summary>What of a run has grown large: step, history, events or memo.</summary>
    public const string SizeKind = "holdfast.workflow.size_kind";

    /// <summary>What was asked of the engine or the settled store.</summary>
    public const string Operation = "holdfast.operation";

    /// <summary>Which of the engine's owners: a number from zero.</summary>
    public const string Owner = "holdfast.owner";

    /// <summary>How an attempt ended: completed, failed, canceled or later.</summary>
    public const string Outcome = "holdfast.activity.outcome";

    /// <summary>The code of an error, such as HF2100; OpenTelemetry's name.</summary>
    public const string ErrorType = "error.type";
}
