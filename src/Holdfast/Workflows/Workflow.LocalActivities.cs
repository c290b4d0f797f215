using Holdfast.Definitions;

namespace Holdfast;

/// <content>Local activities: run by the worker that runs the workflow, within the workflow task.</content>
public static partial class Workflow
{
    /// <summary>Runs a local activity: <c>await Workflow.ExecuteLocalActivityAsync((PaymentActivities a) =&gt; a.ChargeAsync(order), options)</c>. The lambda is read, not run.</summary>
    /// <exception cref="ActivityFailureException">The local activity failed for good.</exception>
    /// <exception cref="CanceledFailureException">The local activity was canceled.</exception>
    public static Task<TResult> ExecuteLocalActivityAsync<TActivities, TResult>(Func<TActivities, Task<TResult>> call, LocalActivityOptions? options = null) => ScheduleLocal<TResult>(CallCapture.Read(call, CallKind.Activity), options);

    /// <summary>Runs a local activity that gives no result.</summary>
    /// <exception cref="ActivityFailureException">The local activity failed for good.</exception>
    /// <exception cref="CanceledFailureException">The local activity was canceled.</exception>
    public static Task ExecuteLocalActivityAsync<TActivities>(Func<TActivities, Task> call, LocalActivityOptions? options = null) => ScheduleLocal(CallCapture.Read(call, CallKind.Activity), options);

    /// <summary>Runs a local activity whose method is not asynchronous.</summary>
    /// <exception cref="ActivityFailureException">The local activity failed for good.</exception>
    /// <exception cref="CanceledFailureException">The local activity was canceled.</exception>
    public static Task<TResult> ExecuteLocalActivityAsync<TActivities, TResult>(Func<TActivities, TResult> call, LocalActivityOptions? options = null) => ScheduleLocal<TResult>(CallCapture.Read(call, CallKind.Activity), options);

    /// <summary>Runs a local activity whose method is not asynchronous and gives no result.</summary>
    /// <exception cref="ActivityFailureException">The local activity failed for good.</exception>
    /// <exception cref="CanceledFailureException">The local activity was canceled.</exception>
    public static Task ExecuteLocalActivityAsync<TActivities>(Action<TActivities> call, LocalActivityOptions? options = null) => ScheduleLocal(CallCapture.Read(call, CallKind.Activity), options);

    /// <summary>Runs a local activity that is a static method.</summary>
    /// <exception cref="ActivityFailureException">The local activity failed for good.</exception>
    /// <exception cref="CanceledFailureException">The local activity was canceled.</exception>
    public static Task<TResult> ExecuteLocalActivityAsync<TResult>(Func<Task<TResult>> call, LocalActivityOptions? options = null) => ScheduleLocal<TResult>(CallCapture.Read(call, CallKind.Activity), options);

    /// <summary>Runs a local activity that is a static method and gives no result.</summary>
    /// <exception cref="ActivityFailureException">The local activity failed for good.</exception>
    /// <exception cref="CanceledFailureException">The local activity was canceled.</exception>
    public static Task ExecuteLocalActivityAsync(Func<Task> call, LocalActivityOptions? options = null) => ScheduleLocal(CallCapture.Read(call, CallKind.Activity), options);

    /// <summary>Runs a local activity that is a static method and not asynchronous.</summary>
    /// <exception cref="ActivityFailureException">The local activity failed for good.</exception>
    /// <exception cref="CanceledFailureException">The local activity was canceled.</exception>
    public static Task<TResult> ExecuteLocalActivityAsync<TResult>(Func<TResult> call, LocalActivityOptions? options = null) => ScheduleLocal<TResult>(CallCapture.Read(call, CallKind.Activity), options);

    /// <summary>Runs a local activity of which only the name is known, which the workflow's own worker serves.</summary>
    /// <param name="activityType">The local activity type's name.</param>
    /// <param name="arguments">Arguments, serialised by their own types.</param>
    /// <param name="options">How it is run.</param>
    /// <exception cref="ActivityFailureException">The local activity failed for good.</exception>
    /// <exception cref="CanceledFailureException">The local activity was canceled.</exception>
    public static Task<TResult> ExecuteLocalActivityAsync<TResult>(string activityType, IReadOnlyList<object?> arguments, LocalActivityOptions? options = null) => ScheduleLocal<TResult>(Named(CallKind.Activity, activityType, arguments), options);

    private static Task<TResult> ScheduleLocal<TResult>(CapturedCall call, LocalActivityOptions? options) => WorkflowContext.Require().ScheduleLocalActivityAsync<TResult>(call, options);

    private static Task ScheduleLocal(CapturedCall call, LocalActivityOptions? options) => WorkflowContext.Require().ScheduleLocalActivityAsync(call, options);
}
