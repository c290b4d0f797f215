namespace Holdfast.Hosting.Tests;

/// <summary>Breaks the rules: holds its thread until the test lets it go.</summary>
[Workflow]
public sealed class BlockingWorkflow
{
    public Task<int> RunAsync(string gate)
    {
        BlockingGate.Named(gate).Pass();
        return Task.FromResult(1);
    }
}
