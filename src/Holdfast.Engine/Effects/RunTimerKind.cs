namespace Holdfast.Engine;

/// <summary>What a run's timer is for.</summary>
public enum RunTimerKind
{
    /// <summary>A timer that workflow code started.</summary>
    User = 1,

    /// <summary>The first workflow task's delay has passed.</summary>
    FirstWorkflowTaskBackoff = 2,

    /// <summary>A failed workflow task may be tried again.</summary>
    WorkflowTaskRetry = 3,

    /// <summary>A started workflow task took too long.</summary>
    WorkflowTaskStartToClose = 4,

    /// <summary>A speculative workflow task was not started in time and is made durable (Temporal: 5 s).</summary>
    WorkflowTaskScheduleToStart = 5,

    /// <summary>The run took too long.</summary>
    WorkflowRunTimeout = 6,

    /// <summary>The chain of runs took too long.</summary>
    WorkflowExecutionTimeout = 7,

    /// <summary>An activity's next attempt is due.</summary>
    ActivityRetry = 8,

    /// <summary>No worker took the activity in time.</summary>
    ActivityScheduleToStart = 9,

    /// <summary>The activity took too long over all attempts.</summary>
    ActivityScheduleToClose = 10,

    /// <summary>The attempt took too long.</summary>
    ActivityStartToClose = 11,

    /// <summary>The attempt was silent too long.</summary>
    ActivityHeartbeat = 12,
}
