using Holdfast.Journaling;
using Holdfast.Protocol;
using Holdfast.Runtime;
using Holdfast.Worker;

namespace Holdfast.Simulation;

/// <summary>One life of engine and worker.</summary>
internal sealed class WorldProcess
{
    private readonly ProcessClock _clock;
    private readonly List<Action> _onDeath = [];
    private HoldfastEngine? _engine;

    private WorldProcess(World world) => _clock = new ProcessClock(world.Clock);

    /// <summary>The code of its activities, and its settler.</summary>
    public WorldQueue Queue { get; } = new();

    public HoldfastEngine Engine => _engine!;

    /// <summary>Why the engine or the journal gave up; null while they run.</summary>
    public Exception? Fatal { get; private set; }

    public bool IsDead { get; private set; }

    /// <summary>Starts a process on what is durable; throws what a broken disk makes of it.</summary>
    public static WorldProcess Start(World world)
    {
        WorldProcess process = new(world);
        try
        {
            process.Queue.Enter(() => process.Open(world));
            return process;
        }
        catch
        {
            process.Die();
            throw;
        }
    }

    /// <summary>Calls an operation of the engine; the answer comes unless the process dies before.</summary>
    public Task<T> Call<T>(Func<IWorkflowService, Task<T>> operation)
    {
        TaskCompletionSource<T> answer = new();
        _onDeath.Add(() => answer.TrySetException(Gone()));
        _ = RelayAsync(operation(Engine.Service), answer);
        return answer.Task;
    }

    /// <summary>Ends the process: nothing of it ever runs again, and those who wait for it learn that it is gone.</summary>
    public void Die()
    {
        IsDead = true;
        Queue.Die();
        _clock.Die();
        _onDeath.ForEach(tell => tell());
        _onDeath.Clear();
    }

    /// <summary>The open runs in memory, for whoever looks for what is stuck.</summary>
    public string DescribeOpenRuns() => string.Join("; ", Engine.Owners.SelectMany(o => o.Directory.Runs).Where(r => !r.State.IsClosed).Select(Describe));

    public static HoldfastException Gone() => new(ErrorCodes.Unavailable, "The process is gone.");

    private static string Describe(RunEntry run)
    {
        var task = run.State.WorkflowTask is { } pending ? $"task {pending.ScheduledEventId} started {pending.IsStarted} offered {pending.IsOffered} attempt {pending.Attempt}" : "no task";
        var activities = string.Join(", ", run.State.PendingActivities.Select(a => $"activity {a.ScheduledEventId} started {a.IsStarted} offered {a.IsOffered} attempt {a.Attempt}"));
        return $"{run.Workflow.WorkflowId}: {task}, code runs {run.IsWorkflowCodeRunning}, queued {run.IsWorkflowTaskQueued}, {activities}, {run.State.PendingTimers.Count} timers, {run.State.PendingChildren.Count} children, last event {run.LastEvent?.Type}";
    }

    private void Open(World world)
    {
        var settings = world.Settings;
        JournalOptions journal = new()
        {
            Pumping = JournalPumping.Caller,
            TimeProvider = _clock,
            SegmentBytes = settings.SegmentBytes,
            MaxRecordBytes = JournalOptions.LargestRecordOf(settings.SegmentBytes),
            MaxPendingBytes = settings.MaxPendingBytes,
            NextSalt = world.Ids.NextSalt,
            OnFatal = Fail,
        };
        EngineOptions options = new()
        {
            Owners = settings.Owners,
            MessagesPerBatch = settings.MessagesPerBatch,
            SettlingInterval = settings.SettlingInterval,
            IdleBeforeSettling = settings.IdleBeforeSettling,
            RunsPerSettlement = settings.RunsPerSettlement,
            Pumping = EnginePumping.Caller,
            TimeProvider = _clock,
            BackgroundScheduler = Queue.Scheduler,
            RunIds = world.Ids.NewRunIds(),
            OnFatal = Fail,
        };
        _engine = HoldfastEngine.StartAsync(new EngineStorage(world.Disk, journal, world.Store), options, world.Log, CancellationToken.None).GetAwaiter().GetResult();
        Queue.Post(_ => Register(world), null); // at some time: until then tasks wait for a worker
    }

    private void Register(World world)
    {
        WorkerBuilder builder = new()
        {
            Options = new WorkerOptions
            {
                Identity = "worker",
                CachedRuns = world.Settings.CachedRuns,
                MaxConcurrentActivities = world.Settings.ActivitySlots,
                WorkflowFailureTypes = [typeof(ProgramFailure)],
            },
            TimeProvider = _clock,
            ActivityScheduler = Queue.Scheduler,
            LoggerFactory = world.Log,
        };
        builder.AddWorkflow<ProgramWorkflow>().AddActivities(new ProgramActivities(world.Outside, _clock));
        var registration = builder.Build(Engine.Service).Registration;
        Engine.RegisterWorker(registration with { Workflows = new SlowWorkflows(world, this, registration.Workflows!) });
    }

    private static async Task RelayAsync<T>(Task<T> from, TaskCompletionSource<T> to)
    {
        try
        {
            to.TrySetResult(await from);
        }
        catch (Exception exception)
        {
            to.TrySetException(exception);
        }
    }

    private void Fail(Exception exception) => Fatal ??= exception;
}
