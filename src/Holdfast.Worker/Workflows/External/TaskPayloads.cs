using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Replaces the payloads that workflow code is given by a task. What it wrote itself, and never reads again, stays as it is.</summary>
internal static class TaskPayloads
{
    /// <summary>Replaces payloads of the new events, of the updates, and of the history when that has been read.</summary>
    public static WorkflowTask Rewrite(WorkflowTask task, Func<Payload, Payload> rewrite)
    {
        var newEvents = Rewrite(task.NewEvents, rewrite);
        var updates = Rewrite(task.Updates, rewrite);
        var history = task.History is ReadHistory read && Rewrite(read.Events, rewrite) is var events && !ReferenceEquals(events, read.Events) ? new ReadHistory(events) : task.History;
        return ReferenceEquals(newEvents, task.NewEvents) && ReferenceEquals(updates, task.Updates) && ReferenceEquals(history, task.History)
            ? task
            : task with { NewEvents = newEvents, Updates = updates, History = history };
    }

    private static IReadOnlyList<HistoryEvent> Rewrite(IReadOnlyList<HistoryEvent> events, Func<Payload, Payload> rewrite)
    {
        HistoryEvent[]? copy = null;
        for (var i = 0; i < events.Count; i++)
        {
            var rewritten = IsOwnWriting(events[i].Attributes) ? events[i] : events[i].Rewrite(rewrite);
            if (!ReferenceEquals(rewritten, events[i]))
            {
                copy ??= [.. events];
                copy[i] = rewritten;
            }
        }

        return copy ?? events;
    }

    private static IReadOnlyList<UpdateRequest> Rewrite(IReadOnlyList<UpdateRequest> updates, Func<Payload, Payload> rewrite)
    {
        UpdateRequest[]? copy = null;
        for (var i = 0; i < updates.Count; i++)
        {
            var rewritten = updates[i].Rewrite(rewrite);
            if (!ReferenceEquals(rewritten, updates[i]))
            {
                copy ??= [.. updates];
                copy[i] = rewritten;
            }
        }

        return copy ?? updates;
    }

    private static bool IsOwnWriting(EventAttributes attributes) => attributes is
        ActivityTaskScheduled or StartChildWorkflowExecutionInitiated or SignalExternalWorkflowExecutionInitiated
        or WorkflowExecutionUpdateCompleted or WorkflowTaskFailed or ActivityTaskStarted
        or WorkflowExecutionCompleted or WorkflowExecutionFailed or WorkflowExecutionCanceled or WorkflowExecutionTerminated or WorkflowExecutionContinuedAsNew;
}
