using Holdfast.Protocol;
using Holdfast.Protocol.Codec;
using Holdfast.Storage;

namespace Holdfast.Simulation;

/// <summary>Reads histories past the engine, for whoever wants to see what a world that failed had come to.</summary>
internal static class StoredHistories
{
    private const int MostRuns = 1_000;

    public static IEnumerable<RunHistory> Read(World world)
    {
        return world.Folders.SelectMany(Read);
    }

    private static IEnumerable<RunHistory> Read(WorldFolder folder)
    {
        SortedDictionary<RunId, RunHistory> runs = new(Comparer<RunId>.Create((left, right) => left.CompareTo(right)));
        foreach (var info in folder.Store.ListAsync(new RunListing { Namespace = "default", PageSize = MostRuns }, CancellationToken.None).GetAwaiter().GetResult())
        {
            var settled = folder.Store.LoadAsync(info.Execution.RunId, CancellationToken.None).GetAwaiter().GetResult()!;
            runs[info.Execution.RunId] = new RunHistory(info.Execution, info.Status, [.. settled.Records.SelectMany(EventsOf)]);
        }

        foreach (var run in folder.Process?.Engine.Owners.SelectMany(o => o.Directory.Runs) ?? [])
        {
            runs[run.RunId] = new RunHistory(new WorkflowExecution(run.Workflow.WorkflowId, run.RunId), run.State.Status, run.History.ReadEvents(1, int.MaxValue));
        }

        return runs.Values;
    }

    private static List<HistoryEvent> EventsOf(ReadOnlyMemory<byte> records)
    {
        List<HistoryEvent> events = [];
        var rest = records.Span;
        while (!rest.IsEmpty)
        {
            if (RunRecordCodec.Read(ref rest) is HistoryEvent historyEvent)
            {
                events.Add(historyEvent);
            }
        }

        return events;
    }
}
