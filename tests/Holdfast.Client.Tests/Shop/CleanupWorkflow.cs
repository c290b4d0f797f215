namespace Holdfast.Client.Tests;

/// <summary>A workflow without result, under a name of its own.</summary>
[Workflow(Name = "Cleanup")]
public sealed class CleanupWorkflow
{
    private int _kept;

    public Task RunAsync(int days)
    {
        _kept = days;
        return Task.FromResult(_kept);
    }
}
