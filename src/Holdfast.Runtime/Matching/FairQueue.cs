using System.Diagnostics.CodeAnalysis;

namespace Holdfast.Runtime;

/// <summary>
/// What waits in one priority of a task queue, given out in proportion to the weights of fairness keys, and first in first out within one. Start-time fair
/// queueing: each key has a turn in virtual time, the earliest turn goes next, and what a key gets moves its next turn by 1 / weight.
/// </summary>
/// <remarks>
/// Bounds: state for each key that has something waiting, and for at most <see cref="MaximumIdleKeys"/> others, which remember what they have had. Cost: logarithmic
/// in the number of keys. Threading: guarded by the task queue's lock.
/// </remarks>
internal sealed class FairQueue<T>
{
    /// <summary>Keys without anything waiting whose turn is remembered.</summary>
    public const int MaximumIdleKeys = 1_000;

    private readonly Dictionary<string, FairKey<T>> _keys = new(StringComparer.Ordinal);
    private readonly PriorityQueue<FairKey<T>, (double Turn, long Order)> _turns = new();
    private readonly PriorityQueue<FairKey<T>, DateTimeOffset> _resting = new();
    private double _virtualTime;
    private long _order;
    private int _idleKeys;

    /// <summary>What waits.</summary>
    public int Count { get; private set; }

    /// <summary>Lanes that wait for nothing but their turn.</summary>
    public int ReadyLanes { get; private set; }

    /// <summary>Keys that are remembered.</summary>
    public int KeyCount => _keys.Count;

    /// <summary>When the first of the keys that their rates hold back may go on; null when none is held back.</summary>
    public DateTimeOffset? NextDueTime => _resting.TryPeek(out _, out var time) ? time : null;

    /// <summary>What has waited longest in each lane.</summary>
    public IEnumerable<T> Heads => _keys.Values.SelectMany(static k => k.Heads);

    /// <summary>Puts something in.</summary>
    /// <param name="fairnessKey">Whose share it takes.</param>
    /// <param name="weight">The key's weight as this item has it.</param>
    /// <param name="item">The item.</param>
    /// <param name="limits">What limits how many of its like may be out at a time.</param>
    public void Enqueue(string fairnessKey, double weight, T item, LaneLimits limits)
    {
        limits.Enter();
        var key = KeyOf(fairnessKey);
        var lane = key.LaneOf(limits);
        lane.Items.Enqueue((item, weight, _order++));
        key.Count++;
        Count++;
        if (lane.Items.Count == 1)
        {
            MakeReady(lane);
        }
    }

    /// <summary>Takes what is next and may be out now; its limits count it from now on.</summary>
    public bool TryDequeue(DateTimeOffset now, KeyRates? rates, [MaybeNullWhen(false)] out T item, out LaneLimits limits)
    {
        while (_turns.TryDequeue(out var key, out _))
        {
            // The key counts as queued while it has its turn: what is woken meanwhile must not queue it once more.
            _virtualTime = Math.Max(_virtualTime, key.Turn);
            if (key.Count > 0 && rates?.NextTime(key.Name) is { } time && time > now)
            {
                Rest(key, time, now);
                continue;
            }

            if (TryTakeFrom(key, now, out item, out limits, out var weight))
            {
                rates?.Take(key.Name, weight, now);
                return true;
            }

            key.IsQueued = false;
            ForgetWhenIdle(key);
        }

        item = default;
        limits = LaneLimits.None;
        return false;
    }

    /// <summary>Keys whose rates allow it go on.</summary>
    public void WakeRested(DateTimeOffset now)
    {
        while (_resting.TryPeek(out var key, out var time) && time <= now)
        {
            _resting.Dequeue();
            key.IsResting = false;
            ReadyLanes += key.ReadyLanes.Count;
            key.Turn = Math.Max(key.Turn, _virtualTime);
            Queue(key);
        }
    }

    /// <summary>What a lane waited for may be had.</summary>
    public void MakeReady(Lane<T> lane)
    {
        var key = lane.Key;
        AddReady(key, lane);
        if (!key.IsQueued)
        {
            key.Turn = Math.Max(key.Turn, _virtualTime);
            Queue(key);
        }
    }

    private FairKey<T> KeyOf(string fairnessKey)
    {
        if (!_keys.TryGetValue(fairnessKey, out var key))
        {
            _keys[fairnessKey] = key = new FairKey<T>(fairnessKey, this) { Turn = _virtualTime };
        }
        else if (key.Count == 0)
        {
            _idleKeys--;
        }

        return key;
    }

    private bool TryTakeFrom(FairKey<T> key, DateTimeOffset now, [MaybeNullWhen(false)] out T item, out LaneLimits limits, out double weight)
    {
        while (key.ReadyLanes.TryDequeue(out var lane, out _))
        {
            ReadyLanes--;
            limits = lane.Limits;
            if (limits.FindFull(now) is { } full)
            {
                full.Park(lane, now);
                limits.WakeNext(now);
                continue;
            }

            (item, weight, _) = lane.Items.Dequeue();
            limits.Take(now);
            Taken(key, lane, weight);
            return true;
        }

        item = default;
        limits = LaneLimits.None;
        weight = 0;
        return false;
    }

    /// <summary>The key's rate holds it back; it leaves room that its limits have to others.</summary>
    private void Rest(FairKey<T> key, DateTimeOffset time, DateTimeOffset now)
    {
        key.IsResting = true;
        ReadyLanes -= key.ReadyLanes.Count;
        _resting.Enqueue(key, time);
        foreach (var limits in key.ReadyLanes.UnorderedItems.Select(static l => l.Element.Limits).ToArray())
        {
            limits.WakeNext(now);
        }
    }

    private void Taken(FairKey<T> key, Lane<T> lane, double weight)
    {
        key.Turn += 1 / weight;
        key.Count--;
        Count--;
        key.IsQueued = false;
        if (lane.Items.Count > 0)
        {
            AddReady(key, lane);
        }
        else
        {
            key.Forget(lane);
        }

        if (Count == 0)
        {
            Reset();
        }
        else if (key.ReadyLanes.Count > 0)
        {
            Queue(key);
        }
        else if (key.Count == 0)
        {
            RememberIdle(key);
        }
    }

    private void AddReady(FairKey<T> key, Lane<T> lane)
    {
        ReadyLanes += key.IsResting ? 0 : 1;
        key.ReadyLanes.Enqueue(lane, lane.Items.Peek().Order);
    }

    private void Queue(FairKey<T> key)
    {
        key.IsQueued = true;
        _turns.Enqueue(key, (key.Turn, key.ReadyLanes.TryPeek(out _, out var order) ? order : _order));
    }

    /// <summary>A key that has nothing left keeps its turn until that is past, so that it gains nothing by coming with one thing at a time.</summary>
    private void RememberIdle(FairKey<T> key)
    {
        if (_idleKeys == MaximumIdleKeys)
        {
            _keys.Remove(key.Name);
            return;
        }

        _idleKeys++;
        Queue(key);
    }

    private void ForgetWhenIdle(FairKey<T> key)
    {
        if (key.Count == 0)
        {
            _idleKeys--;
            _keys.Remove(key.Name);
        }
    }

    private void Reset()
    {
        _keys.Clear();
        _turns.Clear();
        _virtualTime = 0;
        _idleKeys = 0;
    }
}
