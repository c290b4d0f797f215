using Holdfast.Protocol;
using Holdfast.Worker;

namespace Holdfast.Simulation;

/// <summary>
/// A worker on a node of its own: it runs activities for the engine of a folder, wherever that is, and outlives it. Every now and then it sees to it that the engine knows
/// it; attempts come to it as messages, and it reports their ends by calls that may be lost, late, or come when the attempt is not the one under way any more.
/// </summary>
internal sealed class RemoteWorker
{
    /// <summary>After this time at most an engine that has forgotten the worker, or is new, knows it.</summary>
    private static readonly TimeSpan BetweenConnects = TimeSpan.FromSeconds(7);

    private readonly World _world;
    private readonly WorldFolder _folder;
    private readonly ProcessClock _clock;
    private readonly WorkerRegistration _registration;

    public RemoteWorker(World world, WorldFolder folder, int index)
    {
        _world = world;
        _folder = folder;
        _clock = new ProcessClock(world.Clock);
        Node = $"{folder} node {index}";
        WorkerBuilder builder = new()
        {
            Options = new WorkerOptions { Identity = Node, MaxConcurrentActivities = world.Settings.ActivitySlots, WorkflowFailureTypes = [typeof(ProgramFailure)] },
            TimeProvider = _clock,
            ActivityScheduler = Queue.Scheduler,
            LoggerFactory = world.Log,
            MeterFactory = world.Meters,
        };
        world.Blobs?.ApplyTo(builder, new FarBlobs(world, folder, Node));
        world.Encryption?.ApplyTo(builder);
        WorkloadCode.Register(builder, world, _clock, place: null);
        _registration = builder.Build(new WorldService(world, folder: folder, node: Node)).Registration with { Workflows = null };
        Queue.Enter(() => _ = StayConnectedAsync());
    }

    /// <summary>Its address.</summary>
    public string Node { get; }

    /// <summary>Its code.</summary>
    public WorldQueue Queue { get; } = new();

    /// <summary>What the engine is offered: attempts that it hands out travel to this node.</summary>
    public WorkerRegistration RegistrationAt(WorldProcess process, RemoteSession session) =>
        _registration with { Activities = new WatchedActivities(_world, new RemoteActivities(_world.Network, process.Host.Name, this, session)) };

    /// <summary>An attempt has arrived.</summary>
    public void Start(ActivityTask task) => Queue.Enter(() => _registration.Activities!.Start(task));

    /// <summary>Word has arrived that an attempt should stop.</summary>
    public void Cancel(ActivityRef activity, ActivityCancelReason reason) => Queue.Enter(() => _registration.Activities!.Cancel(activity, reason));

    private async Task StayConnectedAsync()
    {
        while (true)
        {
            try
            {
                var host = _world.AddressOf(_folder);
                await _world.Network.CallAsync(Node, host.Name, "connect", () => Task.FromResult(host.Connect(_folder, this)));
            }
            catch (HoldfastException)
            {
                _world.Trace.Write($"    {Node} reaches no engine");
            }

            await Task.Delay(BetweenConnects, _clock);
        }
    }
}
