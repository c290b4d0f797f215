namespace Holdfast.Cli.Tests.Runs;

/// <summary>Counts what it is told, until it is told to end.</summary>
[Workflow]
public sealed class TallyWorkflow
{
    private int _total;
    private bool _isEnded;

    public async Task<string> RunAsync(string name, int start)
    {
        _total = start;
        Workflow.CurrentDetails = $"starts with {start}";
        await Workflow.WaitConditionAsync(() => _isEnded);
        return $"{name}: {_total}";
    }

    [Signal]
    public Task AddAsync(int number)
    {
        _total += number;
        return Task.CompletedTask;
    }

    [Update]
    public Task<int> EndAsync()
    {
        _isEnded = true;
        return Task.FromResult(_total);
    }

    [Query]
    public int Total() => _total;
}
