using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>A history that has been read.</summary>
internal sealed class ReadHistory(IReadOnlyList<HistoryEvent> events) : IHistorySource
{
    public IReadOnlyList<HistoryEvent> Events => events;

    /// <inheritdoc/>
    public IReadOnlyList<HistoryEvent> Read(long lastEventId) => events.Count <= lastEventId ? events : [.. events.Take((int)lastEventId)];
}
