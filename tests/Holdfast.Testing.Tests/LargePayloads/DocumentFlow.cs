namespace Holdfast.Testing.Tests.LargePayloads;

/// <summary>Passes documents through everything that carries values.</summary>
[Workflow]
public sealed class DocumentFlow
{
    private readonly List<string> signaled = [];
    private bool isDone;

    public async Task<string> RunAsync(string document)
    {
        await Workflow.WaitConditionAsync(() => isDone);
        var doubled = await Workflow.ExecuteActivityAsync((DocumentActivities a) => a.DoubleDocumentAsync(document));
        return await Workflow.ExecuteChildWorkflowAsync((DocumentChild c) => c.RunAsync(doubled)) + string.Concat(signaled);
    }

    [Signal]
    public void Append(string text) => signaled.Add(text);

    [Signal]
    public void Finish() => isDone = true;

    [Query]
    public int SignaledCharacters() => signaled.Sum(s => s.Length);

    [Update]
    public Task<string> RepeatAsync(string text) => Task.FromResult(text + text);
}
