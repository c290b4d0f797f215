using System.CommandLine;
using System.CommandLine.Help;
using Holdfast.Cli.Activities;
using Holdfast.Cli.Demo;
using Holdfast.Cli.Demo.Proof;
using Holdfast.Cli.Doctor;
using Holdfast.Cli.Namespaces;
using Holdfast.Cli.Runs;
using Holdfast.Protocol;
using Command = System.CommandLine.Command;

namespace Holdfast.Cli;

/// <summary>The verbs of the command line. Each is a class in a folder of its own.</summary>
internal static class CommandLine
{
    /// <summary>Understands a command line and does what it says.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        Command root = new("holdfast", "Durable execution for AI agents. Exit codes: 0 done, 1 failed, 2 bad usage, 130 interrupted.") { new HelpOption(), new VersionOption(), DemoVerb.Create(), RunVerb.Create(), ActivityVerb.Create(), NamespaceVerb.Create(), SearchAttributeVerb.Create(), RuleVerb.Create(), DoctorVerb.Create() };
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors)
            {
                await error.WriteLineAsync(problem.Message);
            }

            await error.WriteLineAsync("Run 'holdfast --help' for what there is.");
            return ExitCode.Usage;
        }

        return await RunAsync(parsed, output, error);
    }

    private static async Task<int> RunAsync(ParseResult parsed, TextWriter output, TextWriter error)
    {
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = error });
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("Interrupted.");
            return ExitCode.Interrupted;
        }
        catch (HoldfastException exception)
        {
            await error.WriteLineAsync($"{exception.Message}\nSee docs/errors/{exception.Code}.md.");
            return ExitCode.Failure;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ProofException)
        {
            await error.WriteLineAsync(exception.Message);
            return ExitCode.Failure;
        }
    }
}
