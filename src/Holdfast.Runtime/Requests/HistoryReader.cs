using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Answers reads of history.</summary>
internal static class HistoryReader
{
    /// <summary>The answer; null when the request must wait.</summary>
    public static GetWorkflowExecutionHistoryResponse? TryRead(RunEntry run, GetWorkflowExecutionHistoryRequest request)
    {
        var isClosed = run.State.IsClosed;
        if (request.CloseEventOnly)
        {
            return isClosed ? new GetWorkflowExecutionHistoryResponse(run.RunId, [run.LastEvent!], null, Closed: true) : null;
        }

        var lastEventId = run.LastEvent?.EventId ?? 0;
        if (request.FirstEventId > lastEventId)
        {
            return request.WaitNewEvent && !isClosed ? null : new GetWorkflowExecutionHistoryResponse(run.RunId, [], null, isClosed);
        }

        var events = run.History.ReadEvents(request.FirstEventId, request.MaximumEvents);
        var next = events[^1].EventId + 1;
        var hasMore = next <= lastEventId || (request.WaitNewEvent && !isClosed);
        return new GetWorkflowExecutionHistoryResponse(run.RunId, events, hasMore ? next : null, isClosed);
    }

    /// <summary>Answers those who waited for what a run has just recorded.</summary>
    public static void Answer(ShardOwner owner, RunEntry run) => run.Waiters.AnswerHistory((owner, run), static (step, waiter) => TryAnswer(step.owner, step.run, waiter));

    private static bool TryAnswer(ShardOwner owner, RunEntry run, IRunWaiter waiter)
    {
        if (waiter.TryAnswer(run) is not { } response)
        {
            return false;
        }

        owner.Batches.Gate(GatedEffect.Reply(waiter, response));
        return true;
    }
}
