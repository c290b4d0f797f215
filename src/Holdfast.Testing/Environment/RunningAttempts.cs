using Holdfast.Protocol;

namespace Holdfast.Testing;

/// <summary>The attempts that were handed to the worker and whose end is not recorded. Threading: safe from any thread.</summary>
internal sealed class RunningAttempts
{
    private readonly Lock _gate = new();
    private readonly HashSet<ActivityRef> _attempts = [];

    public void Add(ActivityRef attempt)
    {
        lock (_gate)
        {
            _attempts.Add(attempt);
        }
    }

    public void Remove(ActivityRef attempt)
    {
        lock (_gate)
        {
            _attempts.Remove(attempt);
        }
    }

    /// <summary>True when every attempt is among those who wait.</summary>
    public bool AllAmong(IReadOnlyCollection<object> waiters)
    {
        lock (_gate)
        {
            return _attempts.Count == 0 || _attempts.All(a => waiters.Contains(a));
        }
    }
}
