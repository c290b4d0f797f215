using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>The pools of a <see cref="StartQueue"/>, each there once as long as a run is in it or its rate remembers one. Guarded by that queue's lock.</summary>
internal sealed class StartPools
{
    private const int FirstSweepCount = 1_000;
    private readonly Dictionary<(StartPoolKind Kind, string WorkflowType, string ConcurrencyKey), StartPool> _pools = [];
    private TaskQueueLimits? _limits;
    private int _sweepCount = FirstSweepCount;

    /// <summary>The pools that count runs of a kind: also those without a limit, which may be given one while the runs are open.</summary>
    public StartPool[] Of(StartKind kind, DateTimeOffset now)
    {
        Sweep(now);
        List<StartPool> pools = [Find(StartPoolKind.Type, kind.WorkflowType, string.Empty)];
        if (!kind.IsChild)
        {
            pools.Add(Find(StartPoolKind.Queue, string.Empty, string.Empty));
        }

        if (kind.ConcurrencyKey.Length > 0)
        {
            pools.Add(Find(StartPoolKind.Key, string.Empty, kind.ConcurrencyKey));
            pools.Add(Find(StartPoolKind.KeyOfType, kind.WorkflowType, kind.ConcurrencyKey));
        }

        return [.. pools];
    }

    /// <summary>Lets other limits hold.</summary>
    public void Apply(TaskQueueLimits? limits)
    {
        _limits = limits;
        foreach (var pool in _pools.Values)
        {
            pool.Apply(LimitOf(pool));
        }
    }

    /// <summary>Nothing waits at any limit any more.</summary>
    public void Unpark()
    {
        foreach (var pool in _pools.Values)
        {
            pool.Parked.Clear();
        }
    }

    /// <summary>Forgets those of the pools that need not be remembered.</summary>
    public void Forget(StartPool[] pools, DateTimeOffset now)
    {
        foreach (var pool in pools)
        {
            if (pool.IsForgettable(now))
            {
                _pools.Remove((pool.Kind, pool.WorkflowType, pool.ConcurrencyKey));
            }
        }
    }

    private StartPool Find(StartPoolKind kind, string workflowType, string concurrencyKey)
    {
        if (!_pools.TryGetValue((kind, workflowType, concurrencyKey), out var pool))
        {
            pool = new StartPool(kind, workflowType, concurrencyKey);
            pool.Apply(LimitOf(pool));
            _pools.Add((kind, workflowType, concurrencyKey), pool);
        }

        return pool;
    }

    private StartLimit? LimitOf(StartPool pool) => pool.Kind switch
    {
        StartPoolKind.Queue => _limits?.WorkflowStarts,
        StartPoolKind.Type => _limits?.WorkflowStartsByType.GetValueOrDefault(pool.WorkflowType),
        StartPoolKind.Key => _limits?.WorkflowStartsPerKey,
        _ => _limits?.WorkflowStartsPerKeyByType.GetValueOrDefault(pool.WorkflowType),
    };

    /// <summary>Pools that only their rates keep are forgotten when those have filled again.</summary>
    private void Sweep(DateTimeOffset now)
    {
        if (_pools.Count < _sweepCount)
        {
            return;
        }

        Forget([.. _pools.Values], now);
        _sweepCount = Math.Max(FirstSweepCount, 2 * _pools.Count);
    }
}
