namespace Holdfast.Worker;

/// <summary>Counts the signal and update handlers that are under way.</summary>
internal sealed class HandlerTracker
{
    private readonly List<string> running = [];

    public bool AllFinished => running.Count == 0;

    /// <summary>The handlers under way, for a warning.</summary>
    public string Describe() => string.Join(", ", running);

    public void Enter(string handler) => running.Add(handler);

    public void Leave(string handler) => running.Remove(handler);
}
