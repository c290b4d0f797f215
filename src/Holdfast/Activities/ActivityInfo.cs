using Holdfast.Protocol;

namespace Holdfast;

/// <summary>What an activity may know of its attempt.</summary>
/// <param name="task">The attempt.</param>
public sealed class ActivityInfo(ActivityTask task)
{
    /// <summary>Names the attempt in reports.</summary>
    public ActivityRef Activity => task.Activity;

    /// <summary>The key under which to ask outside systems to deduplicate the activity's effect: the same for every attempt, different for every activity.</summary>
    public string IdempotencyKey => task.Activity.IdempotencyKey;

    /// <summary>The attempt as text, for whoever will complete it later with a client's <c>GetAsyncActivityHandle</c>.</summary>
    public string TaskToken => ActivityTaskToken.Of(task.Activity);

    /// <summary>The attempt, from 1; a reset of the activity begins anew.</summary>
    public int Attempt => task.Activity.Attempt - task.ForgivenAttempts;

    /// <summary>The activity type.</summary>
    public string ActivityType => task.ActivityType;

    /// <summary>The activity's ID.</summary>
    public string ActivityId => task.ActivityId;

    /// <summary>True when a client started the activity by itself; false when a workflow scheduled it.</summary>
    public bool IsStandalone => StandaloneActivity.Is(task.Activity.Workflow.WorkflowId);

    /// <summary>The workflow type that scheduled it; empty when a client started it by itself.</summary>
    public string WorkflowType => task.WorkflowType;

    /// <summary>The namespace.</summary>
    public string Namespace => task.Activity.Workflow.Namespace;

    /// <summary>The ID of the workflow that scheduled it; empty when a client started it by itself.</summary>
    public string WorkflowId => IsStandalone ? string.Empty : task.Activity.Workflow.WorkflowId;

    /// <summary>The run: of the workflow, or of the activity itself when a client started it.</summary>
    public RunId RunId => task.Activity.RunId;

    /// <summary>The task queue.</summary>
    public string TaskQueue => task.TaskQueue;

    /// <summary>When the activity was scheduled.</summary>
    public DateTimeOffset ScheduledTime => task.ScheduledTime;

    /// <summary>When this attempt was handed to the worker.</summary>
    public DateTimeOffset StartedTime => task.StartedTime;

    /// <summary>Limit over all attempts; null means none.</summary>
    public TimeSpan? ScheduleToCloseTimeout => task.ScheduleToCloseTimeout;

    /// <summary>Limit of this attempt; null means that over all attempts.</summary>
    public TimeSpan? StartToCloseTimeout => task.StartToCloseTimeout;

    /// <summary>Longest silence between heartbeats; null means none is expected.</summary>
    public TimeSpan? HeartbeatTimeout => task.HeartbeatTimeout;

    /// <summary>How failed attempts are retried.</summary>
    public RetryPolicy RetryPolicy => task.RetryPolicy;
}
