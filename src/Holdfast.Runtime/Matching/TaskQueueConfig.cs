using Holdfast.Protocol;
using Holdfast.Storage;

namespace Holdfast.Runtime;

/// <summary>Limits of task queues that do not come with workers: those of the engine's options, and those that clients set, which the settled store keeps.</summary>
internal sealed class TaskQueueConfig(Matching matching, ISettledStore store) : IDisposable
{
    private readonly SemaphoreSlim _order = new(1);

    /// <summary>Lets the limits hold that are kept.</summary>
    public async Task ReadAsync(EngineOptions options, CancellationToken cancellationToken)
    {
        foreach (var ((@namespace, taskQueue), limits) in options.TaskQueueLimits)
        {
            matching.Configure(@namespace, taskQueue, limits);
        }

        foreach (var kept in await store.ReadTaskQueueLimitsAsync(cancellationToken))
        {
            matching.Override(kept.Namespace, kept.TaskQueue, kept.Limits);
        }
    }

    /// <summary>Keeps limits and lets them hold, null for those of the workers. Calls take effect one after the other.</summary>
    public async Task UpdateAsync(string @namespace, string taskQueue, TaskQueueLimits? limits, CancellationToken cancellationToken)
    {
        await _order.WaitAsync(cancellationToken);
        try
        {
            await store.WriteTaskQueueLimitsAsync(@namespace, taskQueue, limits, cancellationToken);
            matching.Override(@namespace, taskQueue, limits);
        }
        finally
        {
            _order.Release();
        }
    }

    public void Dispose() => _order.Dispose();
}
