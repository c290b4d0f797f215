using Holdfast.Definitions;

namespace Holdfast;

/// <content>Activities that return a ValueTask.</content>
public static partial class Workflow
{
    /// <summary>Runs an activity whose method returns a ValueTask of a result.</summary>
    /// <exception cref="ActivityFailureException">The activity failed for good.</exception>
    /// <exception cref="CanceledFailureException">The activity was canceled.</exception>
    public static Task<TResult> ExecuteActivityAsync<TActivities, TResult>(Func<TActivities, ValueTask<TResult>> call, ActivityOptions? options = null) => Schedule<TResult>(CallCapture.Read(call, CallKind.Activity), options);

    /// <summary>Runs an activity whose method returns a ValueTask.</summary>
    /// <exception cref="ActivityFailureException">The activity failed for good.</exception>
    /// <exception cref="CanceledFailureException">The activity was canceled.</exception>
    public static Task ExecuteActivityAsync<TActivities>(Func<TActivities, ValueTask> call, ActivityOptions? options = null) => Schedule(CallCapture.Read(call, CallKind.Activity), options);

    /// <summary>Runs an activity that is a static method and returns a ValueTask of a result.</summary>
    /// <exception cref="ActivityFailureException">The activity failed for good.</exception>
    /// <exception cref="CanceledFailureException">The activity was canceled.</exception>
    public static Task<TResult> ExecuteActivityAsync<TResult>(Func<ValueTask<TResult>> call, ActivityOptions? options = null) => Schedule<TResult>(CallCapture.Read(call, CallKind.Activity), options);

    /// <summary>Runs an activity that is a static method and returns a ValueTask.</summary>
    /// <exception cref="ActivityFailureException">The activity failed for good.</exception>
    /// <exception cref="CanceledFailureException">The activity was canceled.</exception>
    public static Task ExecuteActivityAsync(Func<ValueTask> call, ActivityOptions? options = null) => Schedule(CallCapture.Read(call, CallKind.Activity), options);
}
