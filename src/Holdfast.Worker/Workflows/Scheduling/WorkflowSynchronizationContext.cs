namespace Holdfast.Worker;

/// <summary>Brings the continuations of workflow code's awaits back to its scheduler.</summary>
internal sealed class WorkflowSynchronizationContext(WorkflowScheduler scheduler) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) => scheduler.Enqueue(d, state);

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (scheduler.IsOwner)
        {
            d(state);
        }
        else
        {
            scheduler.Enqueue(d, state);
        }
    }

    public override SynchronizationContext CreateCopy() => this;
}
