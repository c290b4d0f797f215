using System.ComponentModel;

namespace Holdfast.Definitions;

/// <summary>Where interceptors send a direct call of an activity method that is made in workflow code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DurableCall
{
    /// <summary>True when the calling thread is running workflow code.</summary>
    public static bool IsInWorkflow => WorkflowContext.Current is not null;

    /// <summary>Schedules the activity with the options of its attribute.</summary>
    public static Task<TResult> InvokeActivityAsync<TResult>(CapturedCall call) => WorkflowContext.Require().ScheduleActivityAsync<TResult>(call, null);

    /// <summary>Schedules the activity with the options of its attribute.</summary>
    public static Task InvokeActivityAsync(CapturedCall call) => WorkflowContext.Require().ScheduleActivityAsync(call, null);
}
