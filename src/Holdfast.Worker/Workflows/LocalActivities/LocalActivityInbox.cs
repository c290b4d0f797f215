namespace Holdfast.Worker;

/// <summary>Ends of a run's local activities that its code has not been given, and whoever is to be told of them.</summary>
/// <remarks>Threading: safe from any thread.</remarks>
internal sealed class LocalActivityInbox
{
    private readonly Lock _gate = new();
    private readonly Queue<LocalActivityMarker> _ended = new();
    private Action? _ready;
    private bool _isHeartbeatDue;

    /// <summary>True when the task must end in time.</summary>
    public bool IsHeartbeatDue
    {
        get
        {
            lock (_gate)
            {
                return _isHeartbeatDue;
            }
        }
    }

    /// <summary>A task begins.</summary>
    public void BeginTask()
    {
        lock (_gate)
        {
            _isHeartbeatDue = false;
            _ready = null;
        }
    }

    public void Post(LocalActivityMarker marker) => Tell(() => _ended.Enqueue(marker));

    public void HeartbeatDue() => Tell(() => _isHeartbeatDue = true);

    public bool TryTake(out LocalActivityMarker? marker)
    {
        lock (_gate)
        {
            return _ended.TryDequeue(out marker);
        }
    }

    /// <summary>Has a callback called once, when there is something; at once when there is already.</summary>
    public void NotifyWhenReady(Action callback)
    {
        lock (_gate)
        {
            if (_ended.Count == 0 && !_isHeartbeatDue)
            {
                _ready = callback;
                return;
            }
        }

        callback();
    }

    private void Tell(Action change)
    {
        Action? told;
        lock (_gate)
        {
            change();
            told = _ready;
            _ready = null;
        }

        told?.Invoke();
    }
}
