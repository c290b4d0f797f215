namespace Holdfast.Runtime.Tests;

/// <summary>Runs what follows upon an awaited reply on the thread that turns the engine, so that a call of several requests is deterministic.</summary>
internal sealed class CallerQueue : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _queue = new();

    public static T Run<T>(PumpedEngine engine, Func<Task<T>> call)
    {
        CallerQueue context = new();
        var before = Current;
        SetSynchronizationContext(context);
        try
        {
            var task = call();
            engine.RunUntil(() =>
            {
                context.Drain();
                return task.IsCompleted;
            });
            return task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    public override void Post(SendOrPostCallback d, object? state) => _queue.Enqueue((d, state));

    private void Drain()
    {
        while (_queue.TryDequeue(out var next))
        {
            next.Callback(next.State);
        }
    }
}
