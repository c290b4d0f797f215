using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>An activity that workflow code waits for, with the type of its result.</summary>
internal sealed class PendingActivity<TResult>(WorkflowRun run, string activityId, string activityType, ActivityCancellationType cancellationType)
    : PendingActivity(run, activityId, activityType, cancellationType)
{
    private readonly WorkflowRun _run = run;
    private readonly TaskCompletionSource<TResult> _completion = new();

    public Task<TResult> Task => _completion.Task;

    public override int ReadAhead() => _completion.Task.IsCompleted ? 1 : 0;

    protected override void SetResult(Payloads result)
    {
        using var detached = DetachedScope.Open();
        try
        {
            _completion.SetResult(result.Count == 0 ? default! : _run.Converters.OfActivity(ActivityType, ActivityId).FromPayload<TResult>(result[0]));
        }
        catch (HoldfastException exception)
        {
            if (exception.Code == ErrorCodes.PayloadCodecFailed)
            {
                _run.FailTask(exception); // no codec reads it yet: code that caught this would differ from code that runs once one does
            }

            _completion.SetException(exception);
        }
    }

    protected override void SetException(Exception exception)
    {
        using var detached = DetachedScope.Open();
        _completion.SetException(exception);
    }
}
