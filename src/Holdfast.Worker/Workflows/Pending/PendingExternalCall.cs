namespace Holdfast.Worker;

/// <summary>A signal or a request to cancel that is under way to another run.</summary>
internal sealed class PendingExternalCall(WorkflowRun run)
{
    private readonly TaskCompletionSource _delivery = new();

    public Task Delivery => _delivery.Task;

    public void Begin(OutgoingCommand command)
    {
        run.Pending.Count++;
        run.Commands.Add(command);
    }

    public void Recorded(long initiatedEventId) => run.Pending.ExternalCalls.Add(initiatedEventId, this);

    public void Delivered()
    {
        run.Pending.Count--;
        using var detached = DetachedScope.Open();
        _delivery.TrySetResult();
    }

    public void Fail(Exception exception)
    {
        run.Pending.Count--;
        using var detached = DetachedScope.Open();
        _delivery.TrySetException(exception);
    }
}
