namespace Holdfast.Cli.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("frobnicate")]
    [InlineData("demo", "--frobnicate")]
    [InlineData("demo", "--prove", "--kills", "0")]
    [InlineData("demo", "--prove", "--kills", "many")]
    public async Task What_cannot_be_understood_is_an_error_of_usage(params string[] arguments)
    {
        var (exitCode, _, error) = await RunAsync(arguments);

        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains(arguments[^1], error, StringComparison.Ordinal);
        Assert.Contains("holdfast --help", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("--version")]
    [InlineData("demo", "--help")]
    public async Task Help_and_version_are_no_errors(params string[] arguments)
    {
        var (exitCode, output, _) = await RunAsync(arguments);

        Assert.Equal(ExitCode.Success, exitCode);
        Assert.NotEmpty(output);
        Assert.DoesNotContain("--child", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_the_command_as_it_is_typed() => Assert.Contains("holdfast demo [options]", (await RunAsync("demo", "--help")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task A_folder_that_is_not_there_is_a_failure_that_names_it()
    {
        var (exitCode, _, error) = await RunAsync("demo", "--folder", "/nowhere/at/all");

        Assert.Equal(ExitCode.Failure, exitCode);
        Assert.Contains("/nowhere/at/all", error, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        await using StringWriter output = new();
        await using StringWriter error = new();
        var exitCode = await CommandLine.RunAsync(arguments, output, error);
        return (exitCode, output.ToString(), error.ToString());
    }
}
