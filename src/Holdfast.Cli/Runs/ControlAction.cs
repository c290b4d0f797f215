using System.CommandLine;
using System.Text.Json;
using Holdfast.Control;

namespace Holdfast.Cli.Runs;

/// <summary>Carries out requests to whoever answers for a data folder, and prints what becomes of them.</summary>
internal static class ControlAction
{
    /// <summary>Adds what all commands have, and the action, which no workflow code takes part in.</summary>
    public static Command Complete(Command command, Action<TextWriter, JsonElement> view, Func<ParseResult, ControlRequest> request) => Complete(command, needsWorker: false, view, request);

    /// <summary>Adds what all commands have, and the action.</summary>
    public static Command Complete(Command command, bool needsWorker, Action<TextWriter, JsonElement> view, Func<ParseResult, ControlRequest> request)
    {
        command.Add(RunOptions.Data);
        command.Add(RunOptions.Json);
        command.SetAction((parsed, cancellationToken) => ExecuteAsync(parsed, request(parsed), needsWorker, view, cancellationToken));
        return command;
    }

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
