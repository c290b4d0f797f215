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

    /// <summary>Adds what all commands have, and the action.</summary>
    public static Command Complete(Command command, bool needsWorker, Action<TextWriter, JsonElement> view, Func<ParseResult, ControlRequest> request)
    {
        command.Add(RunOptions.Data);
        command.Add(RunOptions.Namespace);
        command.Add(RunOptions.Json);
        command.SetAction((parsed, cancellationToken) => ExecuteAsync(parsed, request(parsed) with { Namespace = parsed.GetValue(RunOptions.Namespace) }, needsWorker, view, cancellationToken));
        return command;
    }

    private static ControlRequest OfWorkflow(ParseResult parsed, string verb) => new()
    {
        Verb = verb,
        WorkflowId = parsed.GetRequiredValue(RunOptions.WorkflowId),
        RunId = parsed.GetValue(RunOptions.RunId),
    };

    private static async Task<int> ExecuteAsync(ParseResult parsed, ControlRequest request, bool needsWorker, Action<TextWriter, JsonElement> view, CancellationToken cancellationToken)
    {
        var response = await RunTarget.AskAsync(parsed.GetRequiredValue(RunOptions.Data), request, needsWorker || request.WithCurrentDetails, cancellationToken);
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        if (response.ErrorCode is { } code)
        {
            await error.WriteLineAsync($"{response.ErrorMessage}\nSee docs/errors/{code}.md.");
            return ExitCode.Failure;
        }

        if (parsed.GetValue(RunOptions.Json))
        {
            await output.WriteLineAsync(response.Result.GetRawText());
        }
        else
        {
            view(output, response.Result);
        }

        return ExitCode.Success;
    }
}
