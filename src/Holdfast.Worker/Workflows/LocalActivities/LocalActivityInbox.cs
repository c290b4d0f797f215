namespace Holdfast.Worker;

/// <summary>Ends of a run's local activities that its code has not been given, and whoever is to be told of them.</summary>
/// <remarks>Threading: safe from any thread.</remarks>
internal sealed class LocalActivityInbox
{
    private readonly Lock gate = new();
    private readonly Queue<LocalActivityMarker> ended = new();
    private Action? ready;
    private bool isHeartbeatDue;

    /// <summary>True when the task must end in time.</summary>
    public bool IsHeartbeatDue
    {
        get
        {
            lock (gate)
            {
                return isHeartbeatDue;
            }
        }
    }

    /// <summary>A task begins.</summary>
    public void BeginTask()
    {
        lock (gate)
        {
            isHeartbeatDue = false;
            ready = null;
        }
    }

    public void Post(LocalActivityMarker marker) => Tell(() => ended.Enqueue(marker));

    public void HeartbeatDue() => Tell(() => isHeartbeatDue = true);

    public bool TryTake(out LocalActivityMarker? marker)
    {
        lock (gate)
        {
            return ended.TryDequeue(out marker);
        }
    }

    /// <summary>Has a callback called once, when there is something; at once when there is already.</summary>
    public void NotifyWhenReady(Action callback)
    {
        lock (gate)
        {
            if (ended.Count == 0 && !isHeartbeatDue)
            {
                ready = callback;
                return;
            }
        }

        callback();
    }

    private void Tell(Action change)
    {
        Action? told;
        lock (gate)
        {
            change();
            told = ready;
            ready = null;
        }

        told?.Invoke();
    }
}
