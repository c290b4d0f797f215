using System.CommandLine;
using System.Text.Json;
using Holdfast.Control;

namespace Holdfast.Cli.Runs;

/// <summary>Makes commands of verbs, and carries them out.</summary>
internal static class RunAction
{
    /// <summary>A command on a workflow that takes nothing else.</summary>
    public static Command OnWorkflow(string name, string description, Action<TextWriter, JsonElement> view) =>
        Complete(new Command(name, description) { RunOptions.WorkflowId, RunOptions.RunId }, needsWorker: false, view, parsed => OfWorkflow(parsed, name));

    /// <summary>A command on a workflow that takes a reason.</summary>
    public static Command WithReason(string name, string description) =>
        Complete(new Command(name, description) { RunOptions.WorkflowId, RunOptions.RunId, RunOptions.Reason }, needsWorker: false, NothingView.Write, parsed => OfWorkflow(parsed, name) with { Reason = parsed.GetValue(RunOptions.Reason) });

    /// <summary>A command that calls a handler of a workflow.</summary>
    public static Command OnHandler(string name, string description, string kind, bool needsWorker)
    {
        Argument<string> handler = new("name") { Description = $"The {kind}'s name." };
        Command command = new(name, description) { RunOptions.WorkflowId, handler, RunOptions.Arguments, RunOptions.RunId };
        return Complete(command, needsWorker, needsWorker ? ValueView.Write : NothingView.Write, parsed => OfWorkflow(parsed, name) with
        {
            Name = parsed.GetRequiredValue(handler),
            Arguments = RunOptions.ArgumentsOf(parsed),
        });
    }

    /// <summary>Adds what all commands on runs have, and the action.</summary>
    public static Command Complete(Command command, bool needsWorker, Action<TextWriter, JsonElement> view, Func<ParseResult, ControlRequest> request)
    {
        command.Add(RunOptions.Namespace);
        return ControlAction.Complete(command, needsWorker, view, parsed => request(parsed) with { Namespace = parsed.GetValue(RunOptions.Namespace) });
    }

    private static ControlRequest OfWorkflow(ParseResult parsed, string verb) => new()
    {
        Verb = verb,
        WorkflowId = parsed.GetRequiredValue(RunOptions.WorkflowId),
        RunId = parsed.GetValue(RunOptions.RunId),
    };
}
