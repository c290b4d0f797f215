using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>
/// A sign of life. Details are made durable for the next attempt; a heartbeat without any only moves the deadline. No timer is armed: the one armed for the
/// old deadline finds the new one when it is due.
/// </summary>
internal static class HeartbeatActivityHandler
{
    internal static void Handle(RunState state, HeartbeatActivity message, RunStep step)
    {
        var activity = state.PendingActivities.Find(message.ScheduledEventId);
        if (activity is not { IsStarted: true } || activity.Attempt != message.Attempt)
        {
            step.Reject(ErrorCodes.StaleAttempt, "The activity attempt named is not the one under way: it timed out, was retried, or the activity has ended.");
            return;
        }

        if (SizeRules.PayloadProblem("The heartbeat's details", message.Details, PayloadMap.Empty, step.Limits) is { } problem)
        {
            step.Reject(problem.Code, problem.Message);
            return;
        }

        activity.LastSeenTime = step.Now;
        if (message.Details.Count != 0)
        {
            step.Record(state, new ActivityHeartbeatRecorded(activity.ScheduledEventId, activity.Attempt, step.Now, message.Details));
        }
    }
}
