using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>The part of a history that a query must see: up to the last completed workflow task and the events of its commands, and nothing that the code has not been given.</summary>
internal static class HistoryForQuery
{
    public static IReadOnlyList<HistoryEvent> Read(WorkflowTask task, long lastEventId)
    {
        if (task.StartedEventId == 0)
        {
            throw new HoldfastException(ErrorCodes.QueryFailed, "The workflow has not completed its first workflow task, so there is nothing to ask yet. Try again when it has begun.");
        }

        var all = task.History.Read(lastEventId);
        var count = (int)task.StartedEventId;
        while (count < all.Count && (count == task.StartedEventId || EventJobs.RoleOf(all[count]) is EventRole.Recorded))
        {
            count++;
        }

        return [.. all.Take(count)];
    }
}
