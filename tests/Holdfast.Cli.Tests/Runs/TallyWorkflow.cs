namespace Holdfast.Cli.Tests.Runs;

/// <summary>Counts what it is told, until it is told to end.</summary>
[Workflow]
public sealed class TallyWorkflow
{
    private int total;
    private bool isEnded;

    public async Task<string> RunAsync(string name, int start)
    {
        total = start;
        Workflow.CurrentDetails = $"starts with {start}";
        await Workflow.WaitConditionAsync(() => isEnded);
        return $"{name}: {total}";
    }

    [Signal]
    public Task AddAsync(int number)
    {
        total += number;
        return Task.CompletedTask;
    }

    [Update]
    public Task<int> EndAsync()
    {
        isEnded = true;
        return Task.FromResult(total);
    }

    [Query]
    public int Total() => total;
}
