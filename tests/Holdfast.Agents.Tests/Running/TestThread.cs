using System.Collections.Concurrent;

namespace Holdfast.Agents.Tests;

/// <summary>Brings every continuation back to the thread that turns the host, so that a test has one thread and nothing to wait for.</summary>
internal sealed class TestThread : SynchronizationContext
{
    private readonly ConcurrentQueue<(SendOrPostCallback Callback, object? State)> _work = new();

    public override void Post(SendOrPostCallback d, object? state) => _work.Enqueue((d, state));

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public bool RunNext()
    {
        if (!_work.TryDequeue(out var item))
        {
            return false;
        }

        item.Callback(item.State);
        return true;
    }
}
