using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>Workflows of which some are deleted, before their end or after it: what is deleted is gone, and stays gone; the others do not notice, nor does one that begins again under the ID.</summary>
internal sealed class DeletionWorkload(World world, Random chance, string id) : IWorkload
{
    private const int MostWorkflows = 4;
    private const int MostLooks = 4;
    private readonly HashSet<RunId> _deleted = [];
    private readonly List<string> _problems = [];

    public string Name => $"deletions {id}";

    public Task DriveAsync() => Task.WhenAll(Enumerable.Range(0, chance.Next(1, MostWorkflows + 1)).Select(i => LiveAsync($"{id}.{i}")));

    public IEnumerable<string> Check(IReadOnlyList<RunHistory> runs) =>
        _problems.Concat(runs.Where(r => _deleted.Contains(r.Execution.RunId)).Select(r => $"{r.Execution} was deleted, and is there again"));

    private async Task LiveAsync(string workflowId)
    {
        var program = new ProgramGenerator(chance, workflowId, ProgramUse.Deleted).Next();
        world.Trace.Write($"    {workflowId}: {program}");
        await DelayAsync(5_000);
        var handle = await world.Client.StartWorkflowAsync((ProgramWorkflow w) => w.RunAsync(program, ProgramTotals.None), new WorkflowOptions { Id = workflowId });
        if (chance.Next(3) == 0)
        {
            await ProgramOutcome.RequireAsync(program, workflowId, handle);
        }

        await DelayAsync(3_000);
        var run = world.Client.GetWorkflowHandle(workflowId, handle.RunId);
        var waiting = WaitAsync(run);
        await DeleteAsync(run);
        await waiting;
        await LookAsync(run);
        var again = await world.Client.StartWorkflowAsync((ProgramWorkflow w) => w.RunAsync(program, ProgramTotals.None), new WorkflowOptions { Id = workflowId, IdConflictPolicy = WorkflowIdConflictPolicy.UseExisting });
        await ProgramOutcome.RequireAsync(program, workflowId, again);
        await LookAsync(run);
    }

    private async Task DeleteAsync(WorkflowHandle run)
    {
        world.Answers.MayForget(run.Id);
        try
        {
            await run.DeleteAsync();
        }
        catch (WorkflowNotFoundException)
        {
            world.Trace.Write($"    {run.Id} was deleted by a request whose answer was lost");
        }

        _deleted.Add(run.RunId);
    }

    /// <summary>Whoever waits for a run that is deleted learns that it has ended, or that there is none.</summary>
    private static async Task WaitAsync(WorkflowHandle run)
    {
        try
        {
            await run.ResultAsync();
        }
        catch (WorkflowException)
        {
            // Terminated, or gone.
        }
    }

    private async Task LookAsync(WorkflowHandle run)
    {
        for (var times = chance.Next(1, MostLooks + 1); times > 0; times--)
        {
            await RequireGoneAsync(run, "describes", () => run.DescribeAsync());
            await RequireGoneAsync(run, "shows the history of", () => run.FetchHistoryAsync().FirstAsync().AsTask());
            await foreach (var listed in world.Client.ListWorkflowsAsync(new WorkflowListFilter { WorkflowId = run.Id }))
            {
                Note(listed.Execution.RunId != run.RunId, $"lists {run.Id} ({run.RunId}), which is deleted");
            }

            await DelayAsync(10_000);
        }
    }

    private async Task RequireGoneAsync(WorkflowHandle run, string does, Func<Task> askAsync)
    {
        try
        {
            await askAsync();
        }
        catch (WorkflowNotFoundException)
        {
            return;
        }

        Note(false, $"{does} {run.Id} ({run.RunId}), which is deleted");
    }

    private void Note(bool isRight, string problem)
    {
        if (!isRight)
        {
            _problems.Add($"the engine {problem}");
        }
    }

    private Task DelayAsync(int mostMilliseconds) => Task.Delay(TimeSpan.FromMilliseconds(chance.Next(mostMilliseconds)), world.Clock);
}
