namespace Holdfast.Worker;

/// <summary>Everything durable that a run's code has asked for and not received.</summary>
internal sealed class PendingWork
{
    private Dictionary<long, PendingExternalCall>? _externalCalls;

    /// <summary>Activities by scheduled event. Those that the code gave up stay until history shows their end.</summary>
    public Dictionary<long, PendingActivity> Activities { get; } = [];

    /// <summary>Timers by ID.</summary>
    public Dictionary<string, PendingTimer> Timers { get; } = new(StringComparer.Ordinal);

    /// <summary>Children by initiated event. Those that the code gave up stay until history shows their end.</summary>
    public Dictionary<long, PendingChild> Children { get; } = [];

    /// <summary>Requests to cancel a child, by initiated event.</summary>
    public Dictionary<long, PendingChild> ChildCancellations { get; } = [];

    /// <summary>Signals and requests to cancel other runs, by initiated event.</summary>
    public Dictionary<long, PendingExternalCall> ExternalCalls => _externalCalls ??= [];

    /// <summary>Conditions, in the order in which they were waited for.</summary>
    public List<PendingCondition> Conditions { get; } = [];

    /// <summary>How many the code waits for; 0 means that nothing durable can wake it.</summary>
    public int Count { get; set; }

    /// <summary>Releases the first condition that holds. One at a time: what it releases may make the next one false again.</summary>
    public bool ReleaseCondition()
    {
        for (var i = 0; i < Conditions.Count; i++)
        {
            if (Conditions[i].TryRelease())
            {
                return true;
            }
        }

        return false;
    }
}
