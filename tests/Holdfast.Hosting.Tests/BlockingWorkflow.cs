namespace Holdfast.Hosting.Tests;

/// <summary>Breaks the rules: holds its thread until the test lets it go.</summary>
[Workflow]
public sealed class BlockingWorkflow
{
    public static ManualResetEventSlim Entered { get; } = new();

    public static ManualResetEventSlim Released { get; } = new();

    public Task<int> RunAsync()
    {
        Entered.Set();
        Released.Wait();
        return Task.FromResult(1);
    }
}
