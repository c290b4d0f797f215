using System.CommandLine;

namespace Holdfast.Cli.Runs;

/// <summary><c>holdfast run</c>: acts on the runs of a data folder, live or at rest.</summary>
internal static class RunVerb
{
    public static Command Create() => new("run", "Starts, lists, shows and steers the runs of a data folder, whether its host runs or not.")
    {
        Start(),
        List(),
        Count(),
        Show(),
        RunAction.OnWorkflow("result", "Waits for a workflow's result and prints it.", ValueView.Write),
        RunAction.OnHandler("signal", "Sends a signal.", "signal", needsWorker: false),
        RunAction.OnHandler("query", "Asks a workflow's code.", "query", needsWorker: true),
        RunAction.OnHandler("update", "Sends an update and waits for its result.", "update", needsWorker: true),
        RunAction.WithReason("cancel", "Requests cancellation; the workflow decides how it ends."),
        RunAction.WithReason("pause", "Pauses a run: nothing of it is started until it is unpaused."),
        RunAction.WithReason("unpause", "Lets a paused run go on."),
        UpdateOptions(),
        Reset(),
        RunAction.WithReason("terminate", "Ends a run at once, without running its code."),
        RunAction.OnWorkflow("delete", "Deletes a run with its history; an open one is terminated first.", NothingView.Write),
    };

    private static Command Start()
    {
        Argument<string> type = new("type") { Description = "The workflow type." };
        Option<string?> id = new("--id") { Description = "The workflow ID. Default: a new UUID." };
        Option<string?> queue = new("--task-queue") { Description = "The task queue. Default: default." };
        Command command = new("start", "Starts a workflow. It is executed as soon as a host with its code runs.") { type, RunOptions.Arguments, id, queue };
        return RunAction.Complete(command, needsWorker: false, StartedView.Write, parsed => new()
        {
            Verb = "start",
            WorkflowType = parsed.GetRequiredValue(type),
            Arguments = RunOptions.ArgumentsOf(parsed),
            WorkflowId = parsed.GetValue(id),
            TaskQueue = parsed.GetValue(queue),
        });
    }

    private static Command UpdateOptions()
    {
        Option<int?> priorityKey = new("--priority-key") { Description = "1 (first) to 5 (last)." };
        Option<string?> fairnessKey = new("--fairness-key") { Description = "Tasks of one priority are dispatched in proportion to the weights of their fairness keys." };
        Option<double?> fairnessWeight = new("--fairness-weight") { Description = "Weight of the fairness key, 0.001 to 1000." };
        Option<bool> restore = new("--restore") { Description = "Give all of them back as the run started with them." };
        Command command = new("update-options", "Changes the priority of a run: what it starts from now on has the new one.") { RunOptions.WorkflowId, RunOptions.RunId, priorityKey, fairnessKey, fairnessWeight, restore };
        return RunAction.Complete(command, needsWorker: false, NothingView.Write, parsed => new()
        {
            Verb = "update-options",
            WorkflowId = parsed.GetRequiredValue(RunOptions.WorkflowId),
            RunId = parsed.GetValue(RunOptions.RunId),
            PriorityKey = parsed.GetValue(priorityKey),
            FairnessKey = parsed.GetValue(fairnessKey),
            FairnessWeight = parsed.GetValue(fairnessWeight),
            Restores = parsed.GetValue(restore),
        });
    }

    private static Command Reset()
    {
        Option<long?> eventId = new("--event") { Description = "Cut the history before this event: the WorkflowTaskStarted event of a workflow task, or the event that ended it." };
        Option<bool> first = new("--first") { Description = "Reset to the first workflow task." };
        Option<bool> last = new("--last") { Description = "Reset to the last workflow task that completed. The default." };
        Option<string?> buildId = new("--build-id") { Description = "Reset to the first workflow task of this build; 'show' tells which there are." };
        Command command = new("reset", "Starts a new run with the history of another up to a workflow task.") { RunOptions.WorkflowId, RunOptions.RunId, eventId, first, last, buildId, RunOptions.Reason };
        command.Validators.Add(parsed =>
        {
            if ((parsed.GetValue(eventId) is null ? 0 : 1) + (parsed.GetValue(first) ? 1 : 0) + (parsed.GetValue(last) ? 1 : 0) + (parsed.GetValue(buildId) is null ? 0 : 1) > 1)
            {
                parsed.AddError("Give one of --event, --first, --last and --build-id.");
            }
        });
        return RunAction.Complete(command, needsWorker: false, StartedView.Write, parsed => new()
        {
            Verb = "reset",
            WorkflowId = parsed.GetRequiredValue(RunOptions.WorkflowId),
            RunId = parsed.GetValue(RunOptions.RunId),
            Target = parsed.GetValue(first) ? "first" : parsed.GetValue(last) ? "last" : null,
            EventId = parsed.GetValue(eventId),
            BuildId = parsed.GetValue(buildId),
            Reason = parsed.GetValue(RunOptions.Reason),
        });
    }

    private static Command List()
    {
        Option<string?> type = new("--type") { Description = "Only runs of this workflow type." };
        Option<string?> id = new("--id") { Description = "Only runs of this workflow ID." };
        Option<string?> status = new("--status") { Description = "Only runs in this state: Running, Completed, Failed, Canceled, Terminated, ContinuedAsNew, TimedOut, Paused." };
        Option<string?> filter = new("--filter") { Description = "Only runs that satisfy this condition, such as \"Region = 'eu' AND StartTime > '2026-03-01T00:00:00Z'\"." };
        Option<int?> limit = new("--limit") { Description = "Most runs to list. Default 100; 1 to 10,000." };
        Option<bool> archived = new("--archived") { Description = "List the runs of the archive." };
        Command command = new("list", "Lists runs, newest start first.") { type, id, status, filter, limit, archived };
        return RunAction.Complete(command, needsWorker: false, RunListView.Write, parsed => new()
        {
            Verb = "list",
            WorkflowType = parsed.GetValue(type),
            WorkflowId = parsed.GetValue(id),
            Status = parsed.GetValue(status),
            Filter = parsed.GetValue(filter),
            Limit = parsed.GetValue(limit),
            Archived = parsed.GetValue(archived),
        });
    }

    private static Command Count()
    {
        Option<string?> filter = new("--filter") { Description = "Only runs that satisfy this condition; may end with GROUP BY ExecutionStatus or another attribute." };
        Command command = new("count", "Counts runs.") { filter };
        return RunAction.Complete(command, needsWorker: false, RunCountView.Write, parsed => new() { Verb = "count", Filter = parsed.GetValue(filter) });
    }

    private static Command Show()
    {
        Option<bool> history = new("--history") { Description = "Show the history too; with --json in Temporal's form." };
        Option<bool> currentDetails = new("--current-details") { Description = "Ask the workflow's code what it says of where it is; a host must run." };
        Command command = new("show", "Shows a run: its state, what it waits for, and its history.") { RunOptions.WorkflowId, RunOptions.RunId, history, currentDetails };
        return RunAction.Complete(command, needsWorker: false, RunDetailsView.Write, parsed => new()
        {
            Verb = "show",
            WorkflowId = parsed.GetRequiredValue(RunOptions.WorkflowId),
            RunId = parsed.GetValue(RunOptions.RunId),
            WithHistory = parsed.GetValue(history),
            WithCurrentDetails = parsed.GetValue(currentDetails),
        });
    }
}
