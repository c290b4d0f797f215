namespace Holdfast.Testing.Tests.Intercepting;

/// <summary>Does many things at a time, most of which are ready in the same workflow task, and ends while some are under way.</summary>
[Workflow]
public sealed class BusyErrand
{
    private const int Branches = 6;

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
        for (var i = 0; i < 2; i++)
        {
            await StepAsync($"branch {number}");
        }

        return number;
    }

    private static async Task StepAsync(string what)
    {
        await Workflow.DelayAsync(TimeSpan.FromMinutes(Workflow.Random.Next(1, 3)));
        await Workflow.ExecuteActivityAsync((ErrandActivities a) => a.RunAsync(what));
        await Workflow.ExecuteLocalActivityAsync((ErrandActivities a) => a.RunAsync(what));
    }
}
