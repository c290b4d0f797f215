using Holdfast.Protocol;
using Holdfast.Protocol.Codec;

namespace Holdfast.Runtime;

/// <summary>A run's history as it was when a task was made. Stays true when the run goes on, so a worker may read it late.</summary>
internal sealed class TaskHistory(ReadOnlyMemory<byte> records, IReadOnlyList<HistoryEvent> unwritten) : IHistorySource
{
    /// <inheritdoc/>
    public IReadOnlyList<HistoryEvent> Read(long lastEventId)
    {
        List<HistoryEvent> events = [];
        var rest = records.Span;
        while (!rest.IsEmpty)
        {
            if (RunRecordCodec.Read(ref rest) is HistoryEvent historyEvent && historyEvent.EventId <= lastEventId)
            {
                events.Add(historyEvent);
            }
        }

        foreach (var historyEvent in unwritten)
        {
            if (historyEvent.EventId <= lastEventId)
            {
                events.Add(historyEvent);
            }
        }

        return events;
    }
}
