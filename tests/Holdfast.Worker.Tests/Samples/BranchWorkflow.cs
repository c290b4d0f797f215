namespace Holdfast.Worker.Tests;

/// <summary>Workflow code about branches, scopes and locks: each test names a script.</summary>
[Workflow]
public sealed class BranchWorkflow
{
    private readonly List<string> _log = [];

    public int Level { get; private set; }

    public WorkflowQueue<int> Queue { get; } = new(2);

    public async Task<string> RunAsync(string script)
    {
        var result = await BranchScripts.All[script](this);
        _log.Add(result);
        return string.Join(", ", _log);
    }

    public void Note(string line) => _log.Add(line);

    [Signal]
    public void SetLevel(int level) => Level = level;

    [Signal]
    public async Task PutAsync(int item)
    {
        await Queue.EnqueueAsync(item);
        _log.Add($"put {item}");
    }

    [Signal]
    public void EndOfItems() => Queue.Complete();
}
