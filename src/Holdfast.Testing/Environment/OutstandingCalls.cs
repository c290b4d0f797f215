using Holdfast.Protocol;

namespace Holdfast.Testing;

/// <summary>Calls of the engine that have not been answered, and who waits for them. Threading: safe from any thread.</summary>
/// <remarks>Whether a call was answered is read from its task, which the engine completes; so an answer counts from that instant, before anybody has taken it.</remarks>
internal sealed class OutstandingCalls
{
    private readonly Lock _gate = new();
    private readonly List<(Task Call, ActivityRef? Attempt)> _calls = [];

    /// <summary>Notes a call of whoever is calling: an activity attempt, or the test.</summary>
    public void Add(Task call)
    {
        lock (_gate)
        {
            _calls.Add((call, CurrentAttempt));
        }
    }

    /// <summary>Those who wait: an attempt's <see cref="ActivityRef"/>, or <see cref="TestWait.Test"/>.</summary>
    public IReadOnlyList<object> ReadWaiters()
    {
        lock (_gate)
        {
            _calls.RemoveAll(static c => c.Call.IsCompleted);
            return [.. _calls.Select(static c => c.Attempt is { } attempt ? (object)attempt : TestWait.Test)];
        }
    }

    /// <summary>The attempt that the calling code belongs to; null when it belongs to none.</summary>
    public static ActivityRef? CurrentAttempt => ActivityContext.HasCurrent ? ActivityContext.Current.Info.Activity : null;
}
