using Holdfast.Protocol;
using Holdfast.Worker;

namespace Holdfast.Simulation;

/// <summary>A worker of a process: may die before it, with all that it was doing.</summary>
internal sealed class WorldWorker
{
    private readonly ProcessClock _clock;
    private readonly IDisposable _lease;
    private readonly WorkerHandlers _handlers;
    private readonly IWorkflowTaskHandler _workflows;

    public WorldWorker(World world, WorldProcess process, string @namespace, int index)
    {
        Namespace = @namespace;
        Identity = $"{process.Folder} worker {index}";
        _clock = new ProcessClock(world.Clock) { Skew = process.Clock.GetUtcNow() - world.Clock.GetUtcNow() };
        WorkerBuilder builder = new()
        {
            Options = new WorkerOptions
            {
                Namespace = @namespace,
                Identity = Identity,
                CachedRuns = world.Settings.CachedRuns,
                MaxConcurrentActivities = world.Settings.ActivitySlots,
                WorkflowFailureTypes = [typeof(ProgramFailure)],
            },
            TimeProvider = _clock,
            ActivityScheduler = Queue.Scheduler,
            LoggerFactory = world.Log,
            MeterFactory = world.Meters,
        };
        world.Blobs?.ApplyTo(builder, process.Blobs!);
        world.Encryption?.ApplyTo(builder);
        WorkloadCode.Register(builder, world, _clock, Queue);
        _handlers = builder.Build(new WorldService(world, process));
        var registration = _handlers.Registration;
        _workflows = registration.Workflows!;
        _lease = process.Engine.RegisterWorker(registration with { Workflows = new SlowWorkflows(world, process, _workflows), Activities = new WatchedActivities(world, registration.Activities!) });
    }

    public string Identity { get; }

    /// <summary>The namespace that it serves.</summary>
    public string Namespace { get; }

    /// <summary>The code of its activities.</summary>
    public WorldQueue Queue { get; } = new();

    /// <summary>Runs whose code it keeps in memory.</summary>
    public int CachedRuns => _handlers.Workflows.CachedRunCount;

    /// <summary>It dies alone: the engine is told that it is gone, and not what becomes of what it was doing.</summary>
    public void Die()
    {
        DieWithProcess();
        _lease.Dispose();
    }

    public void DieWithProcess()
    {
        Queue.Die();
        _clock.Die();
    }

    public void SetClock(TimeSpan skew) => _clock.Skew = skew;

    public void Stop() => _clock.Stop();

    public void GoOn() => _clock.GoOn();

    public void Forget(RunId runId) => _workflows.Evict(runId);
}
