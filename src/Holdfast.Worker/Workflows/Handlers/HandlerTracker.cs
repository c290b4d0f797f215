namespace Holdfast.Worker;

/// <summary>Knows the signal and update handlers that are under way.</summary>
internal sealed class HandlerTracker
{
    private readonly List<HandlerUnderWay> _running = [];

    public bool AllFinished => _running.Count == 0;

    /// <summary>True when a handler is under way whose abandoning is worth a warning.</summary>
    public bool IsWorthWarning => _running.Exists(static h => h.Policy is HandlerUnfinishedPolicy.WarnAndAbandon);

    /// <summary>The handlers under way that are worth a warning.</summary>
    public string Describe() => string.Join(", ", _running.Where(static h => h.Policy is HandlerUnfinishedPolicy.WarnAndAbandon).Select(static h => h.What));

    public HandlerUnderWay Enter(string what, HandlerUnfinishedPolicy policy)
    {
        var handler = new HandlerUnderWay(what, policy);
        _running.Add(handler);
        return handler;
    }

    public void Leave(HandlerUnderWay handler) => _running.RemoveAll(h => ReferenceEquals(h, handler));
}
