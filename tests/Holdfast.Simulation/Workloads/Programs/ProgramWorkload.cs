namespace Holdfast.Simulation;

/// <summary>A random program: a client starts it, looks at it while it runs, and waits for its end.</summary>
internal sealed class ProgramWorkload : IWorkload
{
    private readonly World _world;
    private readonly ClientCalls _calls;
    private readonly Random _chance;
    private readonly ProgramNode _program;
    private readonly string _id;

    public ProgramWorkload(World world, ClientCalls calls, Random chance, string id)
    {
        _world = world;
        _calls = calls;
        _chance = chance;
        _id = id;
        _program = new ProgramGenerator(chance, id).Next();
    }

    public string Name => $"program {_id}: {_program}";

    public async Task DriveAsync()
    {
        await DelayAsync(5_000);
        var handle = await _world.Client.StartWorkflowAsync((ProgramWorkflow w) => w.RunAsync(_program, ProgramTotals.None), new WorkflowOptions { Id = _id });
        _calls.Acknowledged.Starts.Add((_id, handle.RunId));
        var watch = WatchAsync();
        await ProgramOutcome.RequireAsync(_program, _id, handle);
        await watch;
    }

    public IEnumerable<string> Check(IReadOnlyList<RunHistory> runs) => CountChecker.Check(_program, _world.Outside);

    /// <summary>Asks how far a program is: it never goes back, whatever crashes, because nothing is answered that is not durable.</summary>
    private async Task WatchAsync()
    {
        var last = 0;
        for (var times = _chance.Next(4); times > 0; times--)
        {
            await DelayAsync(10_000);
            try
            {
                var progress = await _world.Client.GetWorkflowHandle<ProgramWorkflow>(_id).QueryAsync(w => w.Progress());
                SimulationFailure.Require(progress >= last, $"{_id} had taken {last} steps, and now {progress}");
                last = progress;
            }
            catch (WorkflowQueryFailedException)
            {
                // A new run that has not begun has nothing to say.
            }
        }
    }

    private Task DelayAsync(int mostMilliseconds) => Task.Delay(TimeSpan.FromMilliseconds(_chance.Next(mostMilliseconds)), _world.Clock);
}
