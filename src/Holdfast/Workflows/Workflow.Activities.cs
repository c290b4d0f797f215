using Holdfast.Definitions;

namespace Holdfast;

/// <content>Activities.</content>
public static partial class Workflow
{
    /// <summary>Runs an activity: <c>await Workflow.ExecuteActivityAsync((PaymentActivities a) =&gt; a.ChargeAsync(order), options)</c>. The lambda is read, not run.</summary>
    /// <exception cref="ActivityFailureException">The activity failed for good.</exception>
    /// <exception cref="CanceledFailureException">The activity was canceled.</exception>
    public static Task<TResult> ExecuteActivityAsync<TActivities, TResult>(Func<TActivities, Task<TResult>> call, ActivityOptions? options = null) => Schedule<TResult>(CallCapture.Read(call, CallKind.Activity), options);

    /// <summary>Runs an activity that gives no result.</summary>
    /// <exception cref="ActivityFailureException">The activity failed for good.</exception>
    /// <exception cref="CanceledFailureException">The activity was canceled.</exception>
    public static Task ExecuteActivityAsync<TActivities>(Func<TActivities, Task> call, ActivityOptions? options = null) => Schedule(CallCapture.Read(call, CallKind.Activity), options);

    /// <summary>Runs an activity whose method is not asynchronous.</summary>
    /// <exception cref="ActivityFailureException">The activity failed for good.</exception>
    /// <exception cref="CanceledFailureException">The activity was canceled.</exception>
    public static Task<TResult> ExecuteActivityAsync<TActivities, TResult>(Func<TActivities, TResult> call, ActivityOptions? options = null) => Schedule<TResult>(CallCapture.Read(call, CallKind.Activity), options);

    /// <summary>Runs an activity whose method is not asynchronous and gives no result.</summary>
    /// <exception cref="ActivityFailureException">The activity failed for good.</exception>
    /// <exception cref="CanceledFailureException">The activity was canceled.</exception>
    public static Task ExecuteActivityAsync<TActivities>(Action<TActivities> call, ActivityOptions? options = null) => Schedule(CallCapture.Read(call, CallKind.Activity), options);

    /// <summary>Runs an activity that is a static method.</summary>
    /// <exception cref="ActivityFailureException">The activity failed for good.</exception>
    /// <exception cref="CanceledFailureException">The activity was canceled.</exception>
    public static Task<TResult> ExecuteActivityAsync<TResult>(Func<Task<TResult>> call, ActivityOptions? options = null) => Schedule<TResult>(CallCapture.Read(call, CallKind.Activity), options);

    /// <summary>Runs an activity that is a static method and gives no result.</summary>
    /// <exception cref="ActivityFailureException">The activity failed for good.</exception>
    /// <exception cref="CanceledFailureException">The activity was canceled.</exception>
    public static Task ExecuteActivityAsync(Func<Task> call, ActivityOptions? options = null) => Schedule(CallCapture.Read(call, CallKind.Activity), options);

    /// <summary>Runs an activity that is a static method and not asynchronous.</summary>
    /// <exception cref="ActivityFailureException">The activity failed for good.</exception>
    /// <exception cref="CanceledFailureException">The activity was canceled.</exception>
    public static Task<TResult> ExecuteActivityAsync<TResult>(Func<TResult> call, ActivityOptions? options = null) => Schedule<TResult>(CallCapture.Read(call, CallKind.Activity), options);

    /// <summary>Runs an activity of which only the name is known, for example one that another program serves.</summary>
    /// <param name="activityType">The activity type's name.</param>
    /// <param name="arguments">Arguments, serialised by their own types.</param>
    /// <param name="options">How it is run.</param>
    /// <exception cref="ActivityFailureException">The activity failed for good.</exception>
    /// <exception cref="CanceledFailureException">The activity was canceled.</exception>
    public static Task<TResult> ExecuteActivityAsync<TResult>(string activityType, IReadOnlyList<object?> arguments, ActivityOptions? options = null) => Schedule<TResult>(Named(CallKind.Activity, activityType, arguments), options);

    private static Task<TResult> Schedule<TResult>(CapturedCall call, ActivityOptions? options) => WorkflowContext.Require().ScheduleActivityAsync<TResult>(call, options);

    private static Task Schedule(CapturedCall call, ActivityOptions? options) => WorkflowContext.Require().ScheduleActivityAsync(call, options);

    internal static CapturedCall Named(CallKind kind, string name, IReadOnlyList<object?> arguments)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(arguments);
        return new CapturedCall(kind, name, null, [.. arguments.Select(a => new CallArgument<object?>(a))]);
    }
}
