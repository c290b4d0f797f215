using System.Collections.Concurrent;

namespace Holdfast.Agents.Tests;

/// <summary>Brings every continuation back to the thread that turns the host, so that a test has one thread and nothing to wait for.</summary>
internal sealed class TestThread : SynchronizationContext
{
    private readonly ConcurrentQueue<(SendOrPostCallback Callback, object? State)> work = new();

    public override void Post(SendOrPostCallback d, object? state) => work.Enqueue((d, state));

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public bool RunNext()
    {
        if (!work.TryDequeue(out var item))
        {
            return false;
        }

        item.Callback(item.State);
        return true;
    }
}
