using System.Diagnostics.Metrics;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>What is looked up when a collector asks: how much waits, how much is in memory, how many slots are used.</summary>
internal sealed class QueueInstruments
{
    private volatile ShardOwner[] _owners = [];
    private volatile Matching? _matching;

    public QueueInstruments(Meter meter)
    {
        meter.CreateObservableUpDownCounter("holdfast.owner.mailbox", () => OfOwners(static o => o.Mailbox.Count), "{message}", "Messages that wait for an owner.");
        meter.CreateObservableUpDownCounter("holdfast.owner.requests", () => OfOwners(static o => o.Mailbox.WaitingRequests), "{request}", "Requests of clients that wait for an owner.");
        meter.CreateObservableUpDownCounter("holdfast.runs.in_memory", () => OfOwners(static o => o.Directory.Count), "{run}", "Runs in memory.");
        meter.CreateObservableUpDownCounter("holdfast.runs.sleeping", () => OfOwners(static o => o.Sleeping.Count), "{run}", "Settled runs that a time will wake.");
        meter.CreateObservableUpDownCounter("holdfast.task_queue.backlog", () => OfQueues(static q => q.BacklogCount), "{attempt}", "Activity attempts that wait for a worker's slot.");
        meter.CreateObservableUpDownCounter("holdfast.worker.slots.used", () => OfQueues(static q => q.CountSlots().Used), "{slot}", "Slots of workers that attempts use.");
        meter.CreateObservableUpDownCounter("holdfast.worker.slots.available", () => OfQueues(static q => q.CountSlots().Free), "{slot}", "Slots of workers that are free.");
    }

    /// <summary>Begins to observe an engine.</summary>
    public void Watch(ShardOwner[] owners, Matching matching) => (_owners, _matching) = (owners, matching);

    /// <summary>The engine stops: a meter that a factory made outlives it, and has nothing to tell from now on.</summary>
    public void Close() => (_owners, _matching) = ([], null);

    private IEnumerable<Measurement<long>> OfOwners(Func<ShardOwner, long> read) =>
        _owners.Select(o => new Measurement<long>(read(o), new KeyValuePair<string, object?>(TelemetryTags.Owner, o.Index)));

    private IEnumerable<Measurement<long>> OfQueues(Func<TaskQueueEntry, long> read) => _matching is not { } matching ? [] : matching.Queues.Select(q => new Measurement<long>(
        read(q.Value),
        new KeyValuePair<string, object?>(TelemetryTags.Namespace, q.Key.Namespace),
        new KeyValuePair<string, object?>(TelemetryTags.TaskQueue, q.Key.TaskQueue)));
}
