using Holdfast.Journaling;
using Holdfast.Protocol;
using Holdfast.Runtime;

namespace Holdfast.Testing;

/// <summary>One life of the environment's engine and worker, from a start to a crash or the end.</summary>
internal sealed class EnvironmentProcess : IDisposable
{
    /// <summary>How often closed and idle runs are settled: seldom, since each time costs a turn.</summary>
    private static readonly TimeSpan SettlingInterval = TimeSpan.FromHours(12);

    private readonly CancellationTokenSource _ended = new();
    private readonly CancellationToken _endedToken;
    private readonly OutstandingCalls _calls = new();
    private readonly AttemptScheduler _scheduler;
    private readonly VirtualTimeProvider _clock;
    private readonly Action _wake;
    private readonly HousekeepingClock _housekeeping;
    private HoldfastEngine? _engine;
    private EnvironmentWorker? _worker;
    private Exception? _fatal;
    private Exception? _endError;

    private EnvironmentProcess(VirtualTimeProvider clock, Action wake)
    {
        _clock = clock;
        _wake = wake;
        _endedToken = _ended.Token;
        _scheduler = new AttemptScheduler(wake);
        _housekeeping = new HousekeepingClock(clock);
    }

    /// <summary>True after a crash, the end of the environment, or a defect that stopped the engine.</summary>
    public bool HasEnded => _ended.IsCancellationRequested;

    /// <summary>The defect that stopped the engine; null when none did.</summary>
    public Exception? Defect => Volatile.Read(ref _fatal);

    /// <summary>True when no activity code and no settlement is queued or running.</summary>
    public bool IsIdle => _scheduler.IsIdle;

    /// <summary>The attempts that the worker has in hand.</summary>
    public RunningAttempts Attempts { get; } = new();

    /// <summary>When the engine must turn by itself.</summary>
    public DateTimeOffset? NextDueTime => _engine!.NextDueTime;

    /// <summary>Recovers an engine on what is durable, and registers a new worker with it.</summary>
    public static async Task<EnvironmentProcess> StartAsync(IEnvironmentStorage storage, string @namespace, WorkflowEnvironmentBuilder builder, VirtualTimeProvider clock, Action wake, CancellationToken cancellationToken)
    {
        EnvironmentProcess process = new(clock, wake);
        EngineOptions options = new()
        {
            Owners = 1,
            Namespaces = [@namespace],
            Pumping = EnginePumping.Caller,
            TimeProvider = process._housekeeping,
            BackgroundScheduler = process._scheduler,
            SettlingInterval = SettlingInterval,
            MeterFactory = builder.MeterFactory,
            OnFatal = process.Fail,
        };
        var opened = await storage.OpenAsync(builder.MeterFactory, process.Fail, cancellationToken);
        process._engine = await HoldfastEngine.StartAsync(opened with { Blobs = builder.SweptBlobStore }, options, builder.LoggerFactory, cancellationToken);
        process._worker = builder.BuildWorker(process, process._scheduler, new ClockView(clock, static () => TestWait.Worker));
        process._worker.Register(process._engine);
        return process;
    }

    /// <summary>Sends a call and notes who waits for its answer.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.Unavailable"/> when the process ended before the answer.</exception>
    public async Task<T> CallAsync<T>(Func<IWorkflowService, Task<T>> call)
    {
        ThrowIfEnded();
        var answer = Send(call);
        await NoteAsync(answer);
        return await answer;
    }

    /// <inheritdoc cref="CallAsync{T}"/>
    public async Task CallAsync(Func<IWorkflowService, Task> call)
    {
        ThrowIfEnded();
        await NoteAsync(Send(call));
    }

    /// <summary>Sends a call that is not noted.</summary>
    public async Task<T> SendAsync<T>(Func<IWorkflowService, Task<T>> call)
    {
        ThrowIfEnded();
        return await Send(call);
    }

    /// <summary>Notes that the caller waits for a task which only time ends.</summary>
    public Task NoteWaitAsync(Task wait) => NoteAsync(wait);

    /// <summary>Gives the engine a call and wakes the pump.</summary>
    public T Send<T>(Func<IWorkflowService, T> call)
    {
        var answer = call(_engine!.Service);
        _wake();
        return answer;
    }

    /// <summary>Gives a run a workflow task and wakes the pump.</summary>
    public void ForceWorkflowTask(WorkflowKey workflow, RunId runId)
    {
        if (!HasEnded)
        {
            _engine!.ForceWorkflowTask(workflow, runId);
            _wake();
        }
    }

    /// <summary>Turns the engine once; false when it has nothing to do at this time.</summary>
    public bool PumpOnce() => !HasEnded && _engine!.PumpOnce();

    /// <summary>Runs housekeeping that time has passed.</summary>
    public void TimePassed() => _housekeeping.CatchUp();

    /// <summary>Looks at what is going on beside the engine's loops.</summary>
    public EnvironmentActivity Look()
    {
        IReadOnlyList<object> ofTimers = _clock.ReadWaiters();
        HashSet<object> waiters = [.. ofTimers, .. _calls.ReadWaiters()];
        return new EnvironmentActivity(
            AllAttemptsWait: Attempts.AllAmong(waiters),
            IsAwaited: waiters.Contains(TestWait.Test),
            HasReasonToPass: ofTimers.Count > 0 || _engine!.NextDueTime is not null);
    }

    /// <summary>The process ends as by SIGKILL: nobody is answered any more, and attempts under way are told to stop, since they cannot be stopped.</summary>
    /// <param name="error">What those get who still wait for an answer.</param>
    public async Task EndAsync(Exception error)
    {
        Interlocked.CompareExchange(ref _endError, error, null);
        await _ended.CancelAsync();
        if (_worker is not null)
        {
            await _worker.DisposeAsync();
        }

        try
        {
            await _engine!.DisposeAsync();
        }
        catch (Exception exception) when (exception is IOException or JournalException)
        {
            // Its disk was taken away: that is how it ended.
        }

        Dispose();
    }

    /// <inheritdoc/>
    public void Dispose() => _ended.Dispose();

    private async Task NoteAsync(Task answer)
    {
        _calls.Add(answer);
        _wake();
        try
        {
            await answer.WaitAsync(_endedToken);
        }
        catch (Exception) when (HasEnded)
        {
            throw Ended();
        }
    }

    /// <summary>The engine can no longer be trusted.</summary>
    public void Fail(Exception exception)
    {
        if (!HasEnded && Interlocked.CompareExchange(ref _fatal, exception, null) is null)
        {
            _ended.Cancel();
        }
    }

    private void ThrowIfEnded()
    {
        if (HasEnded)
        {
            throw Ended();
        }
    }

    private Exception Ended() => Defect is { } defect
        ? new HoldfastException(ErrorCodes.InvariantBroken, "The environment's engine stopped by a defect. Please report it with the inner exception.", defect)
        : _endError!;
}
