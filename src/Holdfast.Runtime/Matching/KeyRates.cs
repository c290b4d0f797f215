namespace Holdfast.Runtime;

/// <summary>How fast each fairness key may go: a rate times its weight. Remembers only keys that are not at rest. Guarded by the task queue's lock.</summary>
internal sealed class KeyRates(double perSecond)
{
    private const int KeysBeforeSweep = 1_000;
    private readonly Dictionary<string, TokenBucket> _buckets = new(StringComparer.Ordinal);
    private int _sweepAt = KeysBeforeSweep;

    /// <summary>From when on the key may go on.</summary>
    public DateTimeOffset NextTime(string key) => _buckets.TryGetValue(key, out var bucket) ? bucket.NextTime : DateTimeOffset.MinValue;

    /// <summary>Counts one start of the key.</summary>
    public void Take(string key, double weight, DateTimeOffset now)
    {
        if (!_buckets.TryGetValue(key, out var bucket))
        {
            Sweep(now);
            _buckets[key] = bucket = new TokenBucket(perSecond * weight);
        }

        bucket.Take(now);
    }

    private void Sweep(DateTimeOffset now)
    {
        if (_buckets.Count < _sweepAt)
        {
            return;
        }

        foreach (var (key, bucket) in _buckets)
        {
            if (bucket.IsFull(now))
            {
                _buckets.Remove(key);
            }
        }

        _sweepAt = Math.Max(KeysBeforeSweep, _buckets.Count * 2);
    }
}
