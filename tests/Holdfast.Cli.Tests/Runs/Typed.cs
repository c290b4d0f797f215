namespace Holdfast.Cli.Tests.Runs;

/// <summary>A command line, and what came of it.</summary>
internal sealed record Typed(int ExitCode, string Output, string Error)
{
    public static async Task<Typed> RunAsync(params string[] arguments)
    {
        await using StringWriter output = new();
        await using StringWriter error = new();
        var exitCode = await CommandLine.RunAsync(arguments, output, error);
        return new Typed(exitCode, output.ToString().Trim(), error.ToString().Trim());
    }

    /// <summary>Runs a command that must succeed; gives what it printed.</summary>
    public static async Task<string> DoneAsync(params string[] arguments)
    {
        var typed = await RunAsync(arguments);
        Assert.True(typed.ExitCode == Cli.ExitCode.Success, typed.Error);
        return typed.Output;
    }
}
