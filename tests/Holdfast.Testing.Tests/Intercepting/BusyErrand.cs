namespace Holdfast.Testing.Tests.Intercepting;

/// <summary>Does many things at a time, most of which are ready in the same workflow task, and ends while some are under way.</summary>
[Workflow]
public sealed class BusyErrand
{
    private const int Branches = 6;
    private const int MaximumDepth = 12;

    public async Task<int> RunAsync()
    {
        var branches = Enumerable.Range(0, Branches).Select(i => Workflow.RunTaskAsync(() => BranchAsync(i))).ToArray();
        return await await Workflow.WhenAnyAsync(branches);
    }

    [Signal]
    public Task PokeAsync() => StepAsync("poke");

    [Update]
    public async Task<string> PushAsync(string what)
    {
        await StepAsync(what);
        return what;
    }

    private static async Task<int> BranchAsync(int number)
    {
        await StepAsync($"branch {number}");
        await WaitAsync(Workflow.Random.Next(MaximumDepth));
        return number;
    }

    private static async Task StepAsync(string what)
    {
        for (var i = 0; i < 3; i++)
        {
            await WaitAsync(Workflow.Random.Next(MaximumDepth));
            await Workflow.ExecuteActivityAsync((ErrandActivities a) => a.RunAsync(what));
        }
    }

    /// <summary>A minute from which the code comes back in so many steps, while others come back as well.</summary>
    private static async Task WaitAsync(int depth) => await (depth == 0 ? Workflow.DelayAsync(TimeSpan.FromMinutes(1)) : WaitAsync(depth - 1));
}
