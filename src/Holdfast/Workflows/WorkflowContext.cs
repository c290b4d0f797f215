using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>What workflow code can do; implemented by the worker, current while a workflow task runs.</summary>
/// <remarks>Threading: bound to the thread that runs the workflow task, and to nothing that outlives it.</remarks>
public abstract class WorkflowContext
{
    [ThreadStatic]
    private static WorkflowContext? current;

    /// <summary>The context of the workflow code that runs on this thread; null outside workflow code.</summary>
    public static WorkflowContext? Current
    {
        get => current;
        protected set => current = value;
    }

    /// <summary>The current context.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.NotInWorkflow"/> outside workflow code.</exception>
    public static WorkflowContext Require() =>
        current ?? throw new HoldfastException(ErrorCodes.NotInWorkflow, "This can be called in workflow code only. If this is workflow code, it has left the workflow's scheduler: look for Task.Run, ConfigureAwait(false) or an await of something that is not from Workflow.*.");

    /// <summary>Schedules an activity and waits for its result.</summary>
    public abstract Task<TResult> ScheduleActivityAsync<TResult>(CapturedCall call, ActivityOptions? options);

    /// <summary>Schedules an activity and waits for its end.</summary>
    public abstract Task ScheduleActivityAsync(CapturedCall call, ActivityOptions? options);
}
