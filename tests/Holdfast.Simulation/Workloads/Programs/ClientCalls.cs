using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>What programs have clients do for them: signals and updates, each with an ID of its own, some sent twice.</summary>
internal sealed class ClientCalls
{
    private readonly World _world;
    private readonly Random _chance;
    private readonly List<Task> _sent = [];

    public ClientCalls(World world, Random chance)
    {
        _world = world;
        _chance = chance;
        world.Outside.SendSignal = (info, name) => world.Clients.Enter(() => _sent.Add(SignalAsync(info, name)));
        world.Outside.SendUpdate = (info, name) => world.Clients.Enter(() => _sent.Add(UpdateAsync(info, name)));
        world.Outside.SendRefusedUpdate = (info, name) => world.Clients.Enter(() => _sent.Add(RefusedUpdateAsync(info, name)));
    }

    /// <summary>What was acknowledged to clients.</summary>
    public Acknowledgements Acknowledged { get; } = new();

    /// <summary>Waits for the answers to what programs had sent.</summary>
    public Task WhenAllSentAsync() => Task.WhenAll(_sent);

    private async Task SignalAsync(ActivityInfo info, string name)
    {
        await DelayAsync();
        var runId = info.RunId;
        for (var times = _chance.Next(1, 3); times > 0; times--)
        {
            runId = await ReachAsync(info.WorkflowId, runId, run => run.SignalAsync(w => w.Deliver(name), new WorkflowSignalOptions { RequestId = name }));
        }

        Acknowledged.Signals.Add((info.WorkflowId, runId, name));
    }

    private async Task UpdateAsync(ActivityInfo info, string name)
    {
        await DelayAsync();
        var runId = await ReachAsync(info.WorkflowId, info.RunId, async run =>
        {
            var answer = await run.ExecuteUpdateAsync(w => w.ApplyAsync(name), new WorkflowUpdateOptions { UpdateId = name });
            SimulationFailure.Require(answer == $"{name} applied", $"update {name} gave {answer}");
        });
        Acknowledged.Updates.Add((info.WorkflowId, runId, name));
    }

    /// <summary>Sends an update that is refused, and then tells the workflow so by a signal.</summary>
    private async Task RefusedUpdateAsync(ActivityInfo info, string name)
    {
        await DelayAsync();
        var runId = await ReachAsync(info.WorkflowId, info.RunId, run => RequireRefusalAsync(run, name));
        await ReachAsync(info.WorkflowId, runId, run => run.SignalAsync(w => w.Note(name), new WorkflowSignalOptions { RequestId = name }));
    }

    private static async Task RequireRefusalAsync(WorkflowHandle<ProgramWorkflow> run, string name)
    {
        try
        {
            await run.ExecuteUpdateAsync(w => w.RefuseAsync(name), new WorkflowUpdateOptions { UpdateId = name });
        }
        catch (WorkflowUpdateFailedException)
        {
            return;
        }

        throw new SimulationFailure($"update {name} must be refused, and was not");
    }

    /// <summary>Sends something to a run, or to the one that came of its reset.</summary>
    /// <returns>The run that took it.</returns>
    private async Task<RunId> ReachAsync(string workflowId, RunId runId, Func<WorkflowHandle<ProgramWorkflow>, Task> sendAsync)
    {
        while (true)
        {
            try
            {
                await sendAsync(_world.Client.GetWorkflowHandle<ProgramWorkflow>(workflowId, runId));
                return runId;
            }
            catch (WorkflowException)
            {
                var next = (await _world.Client.GetWorkflowHandle(workflowId, runId).DescribeAsync()).ResetRunId;
                if (next.IsNone)
                {
                    throw;
                }

                runId = next;
            }
        }
    }

    private Task DelayAsync() => Task.Delay(TimeSpan.FromMilliseconds(_chance.Next(2_000)), _world.Clock);
}
