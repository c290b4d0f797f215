namespace Holdfast.Hosting.Tests;

/// <summary>Holds a blob and a text until it is told to end.</summary>
[Workflow]
public sealed class BlobHoldingWorkflow
{
    private bool _mayEnd;

    public async Task<int> RunAsync(Blob blob, string text)
    {
        await Workflow.WaitConditionAsync(() => _mayEnd);
        return (int)blob.Length + text.Length;
    }

    [Signal]
    public void End() => _mayEnd = true;
}
