using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>The limits of a task queue at work. Guarded by the task queue's lock.</summary>
internal sealed class QueueRules
{
    private const char Separator = '\0';
    private readonly Dictionary<string, ConcurrencyLimiter> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ConcurrencyLimiter> _keys = new(StringComparer.Ordinal);

    /// <summary>By activity type and concurrency key, with <see cref="Separator"/> between them.</summary>
    private readonly Dictionary<string, ConcurrencyLimiter> _keysOfTypes = new(StringComparer.Ordinal);

    /// <summary>The limits that hold; null when there are none.</summary>
    public TaskQueueLimits? Limits { get; private set; }

    /// <summary>The rate of the whole queue.</summary>
    public TokenBucket? Rate { get; private set; }

    /// <summary>The rates of fairness keys.</summary>
    public KeyRates? KeyRates { get; private set; }

    /// <summary>Lets other limits hold. Attempts that are out go on counting; what waits must be put in anew.</summary>
    public void Apply(TaskQueueLimits? limits)
    {
        Rate = limits?.ActivitiesPerSecond is { } perSecond ? new TokenBucket(perSecond) : null;
        KeyRates = limits?.ActivitiesPerSecondPerFairnessKey is { } perKey ? new KeyRates(perKey) : null;
        foreach (var (type, limit) in limits?.MaxConcurrentActivitiesByType ?? [])
        {
            LimiterOf(_types, type, limit).Limit = limit;
        }

        foreach (var limiter in _keys.Values)
        {
            limiter.Limit = limits?.MaxConcurrentActivitiesPerKey ?? int.MaxValue;
        }

        foreach (var limiter in _keysOfTypes.Values)
        {
            var type = limiter.Name[..limiter.Name.IndexOf(Separator, StringComparison.Ordinal)];
            limiter.Limit = limits?.MaxConcurrentActivitiesPerKeyByType.TryGetValue(type, out var limit) == true ? limit : int.MaxValue;
        }

        Limits = limits;
    }

    /// <summary>Lets everything that waits through, to be put in anew.</summary>
    public void Suspend()
    {
        Rate = null;
        KeyRates = null;
        foreach (var limiter in _types.Values.Concat(_keys.Values).Concat(_keysOfTypes.Values))
        {
            limiter.Limit = int.MaxValue;
        }
    }

    /// <summary>What limits attempts of a type and a concurrency key.</summary>
    public LaneLimits Of(string activityType, string concurrencyKey, int level)
    {
        var ofKey = concurrencyKey.Length > 0 && Limits?.MaxConcurrentActivitiesPerKey is { } limit ? LimiterOf(_keys, concurrencyKey, limit) : null;
        return new LaneLimits(_types.GetValueOrDefault(activityType), ofKey, OfKeyOfType(activityType, concurrencyKey), level);
    }

    /// <summary>An attempt ended; nothing is remembered of a key that has none left.</summary>
    public void Ended(LaneLimits limits)
    {
        limits.Release();
        if (limits.OfKey is { Uses: 0 } unused)
        {
            _keys.Remove(unused.Name);
        }

        if (limits.OfKeyOfType is { Uses: 0 } unusedOfType)
        {
            _keysOfTypes.Remove(unusedOfType.Name);
        }
    }

    private ConcurrencyLimiter? OfKeyOfType(string activityType, string concurrencyKey) =>
        concurrencyKey.Length > 0 && Limits is { } limits && limits.MaxConcurrentActivitiesPerKeyByType.TryGetValue(activityType, out var limit)
            ? LimiterOf(_keysOfTypes, activityType + Separator + concurrencyKey, limit)
            : null;

    private static ConcurrencyLimiter LimiterOf(Dictionary<string, ConcurrencyLimiter> limiters, string name, int limit)
    {
        if (!limiters.TryGetValue(name, out var limiter))
        {
            limiters[name] = limiter = new ConcurrencyLimiter(name, limit);
        }

        return limiter;
    }
}
