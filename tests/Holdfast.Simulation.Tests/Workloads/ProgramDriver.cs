namespace Holdfast.Simulation.Tests;

/// <summary>The clients: start programs, send what the programs ask for, look at them while they run, and wait for their ends.</summary>
internal sealed class ProgramDriver
{
    private readonly World _world;
    private readonly Random _chance;
    private readonly List<Task> _sent = [];

    public ProgramDriver(World world, Random chance)
    {
        _world = world;
        _chance = chance;
        world.Outside.SendSignal = (info, name) => world.Clients.Enter(() => _sent.Add(SignalAsync(info, name)));
        world.Outside.SendUpdate = (info, name) => world.Clients.Enter(() => _sent.Add(UpdateAsync(info, name)));
    }

    /// <summary>What was acknowledged to clients.</summary>
    public Acknowledgements Acknowledged { get; } = new();

    /// <summary>Runs a program from its start to its end.</summary>
    public async Task RunAsync(string id, ProgramNode program)
    {
        await DelayAsync(5_000);
        var handle = await _world.Client.StartWorkflowAsync((ProgramWorkflow w) => w.RunAsync(program, ProgramTotals.None), new WorkflowOptions { Id = id });
        Acknowledged.Starts.Add((id, handle.RunId));
        var watch = WatchAsync(id);
        var expected = ProgramExpectation.Of(program);
        try
        {
            var totals = await handle.ResultAsync();
            Require(!expected.Fails, $"{id} completed, but must fail");
            Require(totals == expected.Totals, $"{id} gave {totals}, but must give {expected.Totals}");
        }
        catch (WorkflowFailedException failure)
        {
            Require(expected.Fails && failure.ToString().Contains($"program {id} fails", StringComparison.Ordinal), $"{id} failed: {failure}");
        }

        await watch;
    }

    /// <summary>Waits for the answers to what programs had sent.</summary>
    public Task WhenAllSentAsync() => Task.WhenAll(_sent);

    private async Task SignalAsync(ActivityInfo info, string name)
    {
        await DelayAsync(2_000);
        var handle = _world.Client.GetWorkflowHandle<ProgramWorkflow>(info.WorkflowId, info.RunId);
        for (var times = _chance.Next(1, 3); times > 0; times--)
        {
            await handle.SignalAsync(w => w.Deliver(name), new WorkflowSignalOptions { RequestId = name });
        }

        Acknowledged.Signals.Add((info.WorkflowId, info.RunId, name));
    }

    private async Task UpdateAsync(ActivityInfo info, string name)
    {
        await DelayAsync(2_000);
        var handle = _world.Client.GetWorkflowHandle<ProgramWorkflow>(info.WorkflowId, info.RunId);
        var answer = await handle.ExecuteUpdateAsync(w => w.ApplyAsync(name), new WorkflowUpdateOptions { UpdateId = name });
        Require(answer == $"{name} applied", $"update {name} gave {answer}");
        Acknowledged.Updates.Add((info.WorkflowId, info.RunId, name));
    }

    /// <summary>Asks how far a program is: it never goes back, whatever crashes, because nothing is answered that is not durable.</summary>
    private async Task WatchAsync(string id)
    {
        var last = 0;
        for (var times = _chance.Next(4); times > 0; times--)
        {
            await DelayAsync(10_000);
            try
            {
                var progress = await _world.Client.GetWorkflowHandle<ProgramWorkflow>(id).QueryAsync(w => w.Progress());
                Require(progress >= last, $"{id} had taken {last} steps, and now {progress}");
                last = progress;
            }
            catch (WorkflowQueryFailedException)
            {
                // A new run that has not begun has nothing to say.
            }
        }
    }

    private Task DelayAsync(int mostMilliseconds) => Task.Delay(TimeSpan.FromMilliseconds(_chance.Next(mostMilliseconds)), _world.Clock);

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new SimulationFailure(message);
        }
    }
}
