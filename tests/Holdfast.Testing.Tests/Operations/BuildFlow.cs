namespace Holdfast.Testing.Tests;

/// <summary>A workflow whose code tells which build it is.</summary>
[Workflow]
public sealed class BuildFlow
{
    private readonly List<string> seen = [];
    private bool isNew;
    private bool isOver;

    public async Task<string> RunAsync(string before)
    {
        await Workflow.WaitConditionAsync(() => isOver || isNew);
        if (isNew)
        {
            throw Workflow.ContinueAsNew((BuildFlow f) => f.RunAsync($"{before}{string.Join(' ', seen)} | "));
        }

        return before + string.Join(' ', seen);
    }

    [Signal]
    public void Note(string text) => seen.Add(text);

    [Signal]
    public void Renew() => isNew = true;

    [Signal]
    public void End() => isOver = true;
}
