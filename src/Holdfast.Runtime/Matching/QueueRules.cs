using System.Collections.Immutable;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>The limits of a task queue at work. Guarded by the task queue's lock.</summary>
internal sealed class QueueRules
{
    private const char Separator = '\0';
    private readonly RestingLimiters _resting = new();
    private readonly AttemptLimiters _types;
    private readonly AttemptLimiters _keys;

    /// <summary>By activity type and concurrency key, with <see cref="Separator"/> between them.</summary>
    private readonly AttemptLimiters _keysOfTypes;

    public QueueRules() => (_types, _keys, _keysOfTypes) = (new(_resting), new(_resting), new(_resting));

    /// <summary>The limits that hold; null when there are none.</summary>
    public TaskQueueLimits? Limits { get; private set; }

    /// <summary>The rate of the whole queue.</summary>
    public TokenBucket? Rate { get; private set; }

    /// <summary>The rates of fairness keys.</summary>
    public KeyRates? KeyRates { get; private set; }

    /// <summary>When the first of the rates of types and keys lets something start that waits; null when none holds anything back.</summary>
    public DateTimeOffset? NextDueTime => _resting.NextDueTime;

    /// <summary>Lets other limits hold. Attempts that are out go on counting; what waits must be put in anew.</summary>
    public void Apply(TaskQueueLimits? limits)
    {
        Limits = limits;
        Rate = limits?.ActivitiesPerSecond is { } perSecond ? new TokenBucket(perSecond) : null;
        KeyRates = limits?.ActivitiesPerSecondPerFairnessKey is { } perKey ? new KeyRates(perKey) : null;
        _types.Apply(LimitOfType);
        _keys.Apply(_ => LimitOfKey);
        _keysOfTypes.Apply(name => LimitOfKeyOfType(name[..name.IndexOf(Separator, StringComparison.Ordinal)]));
    }

    /// <summary>Lets everything that waits through, to be put in anew.</summary>
    public void Suspend()
    {
        Rate = null;
        KeyRates = null;
        _resting.Clear();
        _types.Lift();
        _keys.Lift();
        _keysOfTypes.Lift();
    }

    /// <summary>What limits attempts of a type and a concurrency key.</summary>
    public LaneLimits Of(string activityType, string concurrencyKey, int level, DateTimeOffset now)
    {
        var ofType = _types.Of(activityType, LimitOfType(activityType), now);
        return concurrencyKey.Length == 0
            ? new LaneLimits(ofType, null, null, level)
            : new LaneLimits(ofType, _keys.Of(concurrencyKey, LimitOfKey, now), _keysOfTypes.Of(activityType + Separator + concurrencyKey, LimitOfKeyOfType(activityType), now), level);
    }

    /// <summary>Where the rates of types and keys allow it, what waits goes on.</summary>
    public void WakeRested(DateTimeOffset now) => _resting.Wake(now);

    /// <summary>An attempt ended.</summary>
    public void Ended(LaneLimits limits, DateTimeOffset now)
    {
        limits.Release(now);
        _types.Ended(limits.OfType, now);
        _keys.Ended(limits.OfKey, now);
        _keysOfTypes.Ended(limits.OfKeyOfType, now);
    }

    private AttemptLimit LimitOfKey => new(Limits?.MaxConcurrentActivitiesPerKey, Limits?.ActivitiesPerSecondPerKey);

    private AttemptLimit LimitOfType(string type) => new(Of(Limits?.MaxConcurrentActivitiesByType, type), Of(Limits?.ActivitiesPerSecondByType, type));

    private AttemptLimit LimitOfKeyOfType(string type) => new(Of(Limits?.MaxConcurrentActivitiesPerKeyByType, type), Of(Limits?.ActivitiesPerSecondPerKeyByType, type));

    private static T? Of<T>(ImmutableDictionary<string, T>? byType, string type)
        where T : struct => byType is not null && byType.TryGetValue(type, out var limit) ? limit : null;
}
