using System.CommandLine;
using Holdfast.Cli.Runs;
using Holdfast.Control;

namespace Holdfast.Cli.Activities;

/// <content>What an operator does to an activity that is open.</content>
internal static partial class ActivityVerb
{
    private static readonly Option<TimeSpan?> Jitter = new("--jitter") { Description = "Put the next attempt off by up to this time, such as 00:00:30. Default: none." };
    private static readonly Option<bool> ResetHeartbeat = new("--reset-heartbeat") { Description = "Forget the details of heartbeats." };

    private static Command Unpause()
    {
        Option<bool> resetAttempts = new("--reset-attempts") { Description = "Forgive the attempts so far." };
        Command command = new("unpause", "Lets a paused activity go on.") { ActivityId, RunOptions.RunId, Jitter, resetAttempts, ResetHeartbeat };
        return Operation(command, parsed => new() { Jitter = parsed.GetValue(Jitter), ResetAttempts = parsed.GetValue(resetAttempts), ResetHeartbeat = parsed.GetValue(ResetHeartbeat) });
    }

    private static Command Reset()
    {
        Option<bool> keepPaused = new("--keep-paused") { Description = "Leave a pause as it is." };
        Option<bool> restore = new("--restore") { Description = "Give back the options that it was started with." };
        Command command = new("reset", "Forgives an activity's attempts so far; the next counts as the first.") { ActivityId, RunOptions.RunId, Jitter, keepPaused, ResetHeartbeat, restore };
        return Operation(command, parsed => new()
        {
            Jitter = parsed.GetValue(Jitter),
            KeepPaused = parsed.GetValue(keepPaused),
            ResetHeartbeat = parsed.GetValue(ResetHeartbeat),
            RestoreOptions = parsed.GetValue(restore),
        });
    }

    private static Command UpdateOptions()
    {
        Option<string?> queue = new("--task-queue") { Description = "Where its next attempts wait." };
        var scheduleToClose = Timeout("--schedule-to-close-timeout", "Limit over all attempts");
        var scheduleToStart = Timeout("--schedule-to-start-timeout", "Limit of the wait for a worker");
        var startToClose = Timeout("--start-to-close-timeout", "Limit of one attempt, also of one that runs");
        var heartbeat = Timeout("--heartbeat-timeout", "Longest silence between heartbeats");
        Option<int?> attempts = new("--maximum-attempts") { Description = "Attempts allowed; 0 for no limit." };
        var initial = Timeout("--retry-initial-interval", "Delay before the second attempt");
        var longest = Timeout("--retry-maximum-interval", "Longest delay between attempts");
        Option<double?> backoff = new("--retry-backoff-coefficient") { Description = "By how much each delay is longer than the one before." };
        Option<bool> restore = new("--restore") { Description = "Give back the options that it was started with." };
        Command command = new("update-options", "Changes options of an activity; what is not named stays.")
        {
            ActivityId, RunOptions.RunId, queue, scheduleToClose, scheduleToStart, startToClose, heartbeat, attempts, initial, longest, backoff, restore,
        };
        return Operation(command, parsed => new()
        {
            TaskQueue = parsed.GetValue(queue),
            ScheduleToCloseTimeout = parsed.GetValue(scheduleToClose),
            ScheduleToStartTimeout = parsed.GetValue(scheduleToStart),
            StartToCloseTimeout = parsed.GetValue(startToClose),
            HeartbeatTimeout = parsed.GetValue(heartbeat),
            MaximumAttempts = parsed.GetValue(attempts),
            RetryInitialInterval = parsed.GetValue(initial),
            RetryMaximumInterval = parsed.GetValue(longest),
            RetryBackoffCoefficient = parsed.GetValue(backoff),
            RestoreOptions = parsed.GetValue(restore),
        });
    }

    private static Option<TimeSpan?> Timeout(string name, string description) => new(name) { Description = $"{description}, such as 00:05:00." };

    private static Command Operation(Command command, Func<ParseResult, ActivitySettings> settings) =>
        RunAction.Complete(command, needsWorker: false, NothingView.Write, parsed => OfActivity(parsed, command.Name) with { Activity = settings(parsed) });
}
