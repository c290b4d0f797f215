namespace Holdfast.Simulation;

/// <summary>A workflow that waits for a child which never ends, and is terminated: the child ends with it.</summary>
internal sealed class TerminationWorkload(World world, Random chance, string id) : IWorkload
{
    public string Name => $"termination {id}";

    private string ChildId => $"{id}.child";

    public async Task DriveAsync()
    {
        await DelayAsync();
        ProgramNode sleep = new(ProgramOp.Sleep, string.Empty, int.MaxValue, []);
        ProgramNode program = new(ProgramOp.Child, ChildId, 0, [sleep]);
        var handle = await world.Client.StartWorkflowAsync((ProgramWorkflow w) => w.RunAsync(program, ProgramTotals.None), new WorkflowOptions { Id = id });
        await DelayAsync();
        await TerminateAsync(handle);
        await RequireTerminatedAsync(handle);
        try
        {
            await RequireTerminatedAsync(world.Client.GetWorkflowHandle(ChildId));
        }
        catch (WorkflowNotFoundException)
        {
            world.Trace.Write($"    {ChildId} had not been started");
        }
    }

    public IEnumerable<string> Check(IReadOnlyList<RunHistory> runs) =>
        runs.Where(r => r.Execution.WorkflowId.StartsWith(id, StringComparison.Ordinal) && r.Status != Protocol.WorkflowExecutionStatus.Terminated).Select(r => $"{r.Execution} must be terminated, but is {r.Status}");

    private async Task TerminateAsync(WorkflowHandle handle)
    {
        try
        {
            await handle.TerminateAsync("enough");
        }
        catch (WorkflowClosedException)
        {
            world.Trace.Write($"    {id} was terminated by a request whose answer was lost");
        }
    }

    private static async Task RequireTerminatedAsync(WorkflowHandle handle)
    {
        try
        {
            await handle.ResultAsync();
        }
        catch (WorkflowFailedException)
        {
            return;
        }

        throw new SimulationFailure($"{handle.Id} must be terminated, but completed");
    }

    private Task DelayAsync() => Task.Delay(TimeSpan.FromMilliseconds(chance.Next(3_000)), world.Clock);
}
