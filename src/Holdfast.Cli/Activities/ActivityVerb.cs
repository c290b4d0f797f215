using System.CommandLine;
using System.Text.Json;
using Holdfast.Cli.Runs;
using Holdfast.Control;

namespace Holdfast.Cli.Activities;

/// <summary><c>holdfast activity</c>: acts on activities of a data folder that belong to no workflow, live or at rest.</summary>
internal static partial class ActivityVerb
{
    private static readonly Argument<string> ActivityId = new("activity-id") { Description = "The activity's ID." };

    public static Command Create() => new("activity", "Starts, lists, shows and steers activities that belong to no workflow, whether the data folder's host runs or not.")
    {
        Start(),
        List(),
        Count(),
        OnActivity("describe", "Shows an activity: its state, attempts and last failure.", ActivityDetailsView.Write),
        OnActivity("result", "Waits for an activity's result and prints it.", ValueView.Write),
        WithReason("cancel", "Asks an activity to cancel; one that no worker is at is canceled at once."),
        WithReason("pause", "Pauses an activity: no attempt starts until it is unpaused."),
        Unpause(),
        Reset(),
        UpdateOptions(),
        WithReason("terminate", "Ends an activity at once, without waiting for its worker."),
        OnActivity("delete", "Deletes an activity; an open one is terminated first.", NothingView.Write),
    };

    private static Command Start()
    {
        Argument<string> type = new("type") { Description = "The activity type." };
        Option<string?> id = new("--id") { Description = "The activity's ID. Default: a new UUID." };
        Option<string?> queue = new("--task-queue") { Description = "The task queue. Default: default." };
        Option<TimeSpan?> timeout = new("--start-to-close-timeout") { Description = "Limit of one attempt, such as 00:05:00. Default: 5 minutes." };
        Command command = new("start", "Starts an activity. It is executed as soon as a host with its code runs.") { type, RunOptions.Arguments, id, queue, timeout };
        return RunAction.Complete(command, needsWorker: false, StartedActivityView.Write, parsed => new()
        {
            Verb = "activity-start",
            ActivityType = parsed.GetRequiredValue(type),
            Arguments = RunOptions.ArgumentsOf(parsed),
            ActivityId = parsed.GetValue(id),
            TaskQueue = parsed.GetValue(queue),
            StartToCloseTimeout = parsed.GetValue(timeout),
        });
    }

    private static Command List()
    {
        Option<string?> filter = new("--filter") { Description = "Only activities that satisfy this condition, such as \"ActivityType = 'Charge' AND ExecutionStatus = 'Running'\"." };
        Option<int?> limit = new("--limit") { Description = "Most activities to list. Default 100; 1 to 10,000." };
        Command command = new("list", "Lists activities, newest start first.") { filter, limit };
        return RunAction.Complete(command, needsWorker: false, ActivityListView.Write, parsed => new() { Verb = "activity-list", Filter = parsed.GetValue(filter), Limit = parsed.GetValue(limit) });
    }

    private static Command Count()
    {
        Option<string?> filter = new("--filter") { Description = "Only activities that satisfy this condition; may end with GROUP BY ExecutionStatus or another attribute." };
        Command command = new("count", "Counts activities.") { filter };
        return RunAction.Complete(command, needsWorker: false, RunCountView.Write, parsed => new() { Verb = "activity-count", Filter = parsed.GetValue(filter) });
    }

    private static Command OnActivity(string name, string description, Action<TextWriter, JsonElement> view) =>
        RunAction.Complete(new Command(name, description) { ActivityId, RunOptions.RunId }, needsWorker: false, view, parsed => OfActivity(parsed, name));

    private static Command WithReason(string name, string description) =>
        RunAction.Complete(new Command(name, description) { ActivityId, RunOptions.RunId, RunOptions.Reason }, needsWorker: false, NothingView.Write, parsed => OfActivity(parsed, name) with { Reason = parsed.GetValue(RunOptions.Reason) });

    private static ControlRequest OfActivity(ParseResult parsed, string verb) => new()
    {
        Verb = $"activity-{verb}",
        ActivityId = parsed.GetRequiredValue(ActivityId),
        RunId = parsed.GetValue(RunOptions.RunId),
    };
}
