namespace Holdfast.Testing.Tests.LargePayloads;

/// <summary>Passes documents through everything that carries values.</summary>
[Workflow]
public sealed class DocumentFlow
{
    private readonly List<string> _signaled = [];
    private bool _isDone;

    public async Task<string> RunAsync(string document)
    {
        await Workflow.WaitConditionAsync(() => _isDone);
        var doubled = await Workflow.ExecuteActivityAsync((DocumentActivities a) => a.DoubleDocumentAsync(document));
        return await Workflow.ExecuteChildWorkflowAsync((DocumentChild c) => c.RunAsync(doubled)) + string.Concat(_signaled);
    }

    [Signal]
    public void Append(string text) => _signaled.Add(text);

    [Signal]
    public void Finish() => _isDone = true;

    [Query]
    public int SignaledCharacters() => _signaled.Sum(s => s.Length);

    [Update]
    public Task<string> RepeatAsync(string text) => Task.FromResult(text + text);
}
