namespace Holdfast.Hosting.Tests;

/// <summary>Breaks the rules twice, in its code and in its signal handler, each time until the test lets it go.</summary>
[Workflow]
public sealed class BlockingAgainWorkflow
{
    private bool _isSignaled;

    public async Task<int> RunAsync(string gate)
    {
        BlockingGate.Named(gate).Pass();
        await Workflow.WaitConditionAsync(() => _isSignaled);
        return 2;
    }

    [Signal]
    public void Block(string gate)
    {
        BlockingGate.Named(gate).Pass();
        _isSignaled = true;
    }
}
