namespace Holdfast.Testing.Tests;

/// <summary>A workflow whose code tells which build it is.</summary>
[Workflow]
public sealed class BuildFlow
{
    private readonly List<string> _seen = [];
    private bool _isNew;
    private bool _isOver;

    public async Task<string> RunAsync(string before)
    {
        await Workflow.WaitConditionAsync(() => _isOver || _isNew);
        if (_isNew)
        {
            throw Workflow.ContinueAsNew((BuildFlow f) => f.RunAsync($"{before}{string.Join(' ', _seen)} | "));
        }

        return before + string.Join(' ', _seen);
    }

    [Signal]
    public void Note(string text) => _seen.Add(text);

    [Signal]
    public void Renew() => _isNew = true;

    [Signal]
    public void End() => _isOver = true;
}
