namespace Holdfast.Protocol;

/// <summary>Gives the complete history of a run to a worker that has no cached state of it.</summary>
public interface IHistorySource
{
    /// <summary>Events from 1 up to and including the one named, in order; all there are when the history is shorter.</summary>
    IReadOnlyList<HistoryEvent> Read(long lastEventId);
}
