using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Testing;

/// <summary>A complete engine, worker and client in memory, whose time skips: a workflow that sleeps for a month is tested in milliseconds.</summary>
/// <remarks>
/// Time: stands still, and passes by itself only while the test waits for something that it asked of <see cref="Client"/> (a result, an update, a query) and
/// nothing is going on: no workflow code runs, and every activity attempt under way waits too, for a timer of <see cref="TimeProvider"/>, for
/// <see cref="DelayAsync"/> or for a call of <see cref="Client"/>. It then goes straight to what is due next. An attempt that does anything else (real input and
/// output, or waiting for the test) holds time still until it ends.
/// Isolation: environments share nothing; any number may run at the same time. Threading: safe from any thread, except that restarts and the end must not overlap.
/// </remarks>
public sealed class WorkflowEnvironment : IAsyncDisposable
{
    private readonly WorkflowEnvironmentOptions _options;
    private readonly VirtualTimeProvider _clock;
    private readonly TimeProvider _clientClock;
    private readonly EnvironmentPump _pump;
    private readonly IEnvironmentStorage _storage;
    private readonly WorkflowEnvironmentBuilder _builder;
    private volatile EnvironmentProcess? _process;
    private ulong _crashes;
    private int _disposed;

    private WorkflowEnvironment(WorkflowEnvironmentOptions options, Func<VirtualTimeProvider, IEnvironmentStorage> storageOf)
    {
        _options = options;
        _clock = new VirtualTimeProvider(options.StartTime);
        _pump = new EnvironmentPump(_clock, options.SkipsTime);
        _clock.TimerArmed = _pump.Wake;
        _clientClock = new ClockView(_clock, static () => OutstandingCalls.CurrentAttempt is { } attempt ? attempt : TestWait.Test);
        _storage = storageOf(_clock);
        TimeProvider = new ClockView(_clock, static () => OutstandingCalls.CurrentAttempt);
        _builder = new WorkflowEnvironmentBuilder(options, TimeProvider);
        Service = new EnvironmentService(CurrentProcess);
        Client = NewClient();
    }

    /// <summary>A client of the environment's engine.</summary>
    public IHoldfastClient Client { get; private set; }

    /// <summary>The engine's service, for whoever makes a client of its own.</summary>
    public IWorkflowService Service { get; }

    /// <summary>The environment's time.</summary>
    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>
    /// The environment's clock. An activity attempt that has a timer of it armed counts as waiting, so <c>Task.Delay(time, timeProvider)</c> in an activity skips
    /// too. In the test itself, use <see cref="DelayAsync"/> or <see cref="AdvanceAsync"/>: a timer that the test arms does not make time pass.
    /// </summary>
    public TimeProvider TimeProvider { get; }

    /// <summary>Starts an environment.</summary>
    /// <param name="configure">Adds workflows and activities.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> when an option is out of range; <see cref="ErrorCodes.NotRegistered"/> when a type that was added declares nothing.</exception>
    public static async Task<WorkflowEnvironment> StartAsync(Action<WorkflowEnvironmentBuilder> configure, WorkflowEnvironmentOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return await StartAsync(configure, options ?? new WorkflowEnvironmentOptions(), static clock => new MemoryStorage(clock), cancellationToken);
    }

    /// <summary>Starts an environment on another storage.</summary>
    internal static async Task<WorkflowEnvironment> StartAsync(Action<WorkflowEnvironmentBuilder> configure, WorkflowEnvironmentOptions options, Func<VirtualTimeProvider, IEnvironmentStorage> storageOf, CancellationToken cancellationToken)
    {
        options.Validate();
        WorkflowEnvironment environment = new(options, storageOf);
        configure(environment._builder);
        environment._builder.RequireInterceptors();
        environment.Client = environment.NewClient();
        await environment.StartProcessAsync(cancellationToken);
        return environment;
    }

    /// <summary>Waits in the environment's time: from the test, time passes for it as for a result; from an activity, the attempt counts as waiting.</summary>
    /// <param name="delay">How long; <see cref="Timeout.InfiniteTimeSpan"/> waits for the token alone.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken = default)
    {
        var wait = Task.Delay(delay, _clientClock, cancellationToken);
        return delay == Timeout.InfiniteTimeSpan ? CurrentProcess().NoteWaitAsync(wait) : wait;
    }

    /// <summary>Lets time pass, and everything happen that is due on the way. Returns when nothing is left to do at the new time.</summary>
    /// <param name="duration">How long; zero or more.</param>
    public Task AdvanceAsync(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        CurrentProcess();
        return _pump.AdvanceAsync(duration);
    }

    /// <summary>
    /// Lets the process crash as by SIGKILL and power loss, and starts another on what is durable: workflow code is replayed, attempts that were under way are
    /// lost and tried again (they are told to stop, but what they do until then they do). Calls of <see cref="Client"/> that wait go on waiting.
    /// </summary>
    /// <param name="cancellationToken">Gives up; the environment can then only be disposed.</param>
    public async Task RestartAsync(CancellationToken cancellationToken = default)
    {
        var crashed = CurrentProcess();
        _pump.Switch(null, () => _storage.Crash(_options.CrashSeed + _crashes++));
        await crashed.EndAsync(new HoldfastException(ErrorCodes.Unavailable, "The environment's process ended before it could answer; whether the request took effect is not known."));
        await _storage.CloseAsync();
        await StartProcessAsync(cancellationToken);
    }

    /// <summary>Lets a delegate stand for an activity, from its next attempt on. A later mock of the same activity takes its place.</summary>
    /// <typeparam name="TActivities">The class or interface of the activity.</typeparam>
    /// <typeparam name="TReturn">What the activity's method returns.</typeparam>
    /// <param name="call">One call of the activity, such as <c>(Payments p) =&gt; p.ChargeAsync(default!)</c>; the arguments do not matter.</param>
    /// <param name="body">Takes the activity's arguments (a CancellationToken gets that of the attempt) and gives its result, or a task of it.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.CallNotCaptured"/> when the lambda is not one call of an activity; <see cref="ErrorCodes.InvalidArgument"/> when the delegate gives another type.</exception>
    public void MockActivity<TActivities, TReturn>(Func<TActivities, TReturn> call, Delegate body) => Mock(CallCapture.Read(call, CallKind.Activity), typeof(TReturn), body);

    /// <summary>Lets a delegate stand for an activity that is synchronous and gives no result.</summary>
    /// <typeparam name="TActivities">The class or interface of the activity.</typeparam>
    /// <param name="call">One call of the activity; the arguments do not matter.</param>
    /// <param name="body">Takes the activity's arguments.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.CallNotCaptured"/> when the lambda is not one call of an activity; <see cref="ErrorCodes.InvalidArgument"/> when the delegate gives something.</exception>
    public void MockActivity<TActivities>(Action<TActivities> call, Delegate body) => Mock(CallCapture.Read(call, CallKind.Activity), typeof(void), body);

    /// <summary>Lets a delegate stand for an activity that is a static method.</summary>
    /// <typeparam name="TReturn">What the activity's method returns.</typeparam>
    /// <param name="call">One call of the activity; the arguments do not matter.</param>
    /// <param name="body">Takes the activity's arguments and gives its result, or a task of it.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.CallNotCaptured"/> when the lambda is not one call of an activity; <see cref="ErrorCodes.InvalidArgument"/> when the delegate gives another type.</exception>
    public void MockActivity<TReturn>(Func<TReturn> call, Delegate body) => Mock(CallCapture.Read(call, CallKind.Activity), typeof(TReturn), body);

    /// <summary>Lets a delegate stand for an activity of which only the name is known.</summary>
    /// <param name="activityType">The activity type.</param>
    /// <param name="body">Takes the activity's arguments and gives its result, or a task of it.</param>
    public void MockActivity(string activityType, Delegate body) => _builder.Mocks.Set(activityType, body);

    /// <summary>Stops everything. Calls that wait fail; attempts under way are told to stop and are not waited for.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        _pump.Switch(null);
        _pump.AbandonAdvances(Disposed());
        if (_process is { } process)
        {
            await process.EndAsync(Disposed());
            await _storage.CloseAsync();
        }
    }

    private void Mock(CapturedCall call, Type returnType, Delegate body)
    {
        DelegateActivity.RequireResult(call.Name, returnType, body);
        _builder.Mocks.Set(call.Name, body);
    }

    private async Task StartProcessAsync(CancellationToken cancellationToken)
    {
        var process = await EnvironmentProcess.StartAsync(_storage, _options.Namespace, _builder, _clock, _pump.Wake, cancellationToken);
        _process = process;
        _pump.Switch(process);
    }

    private HoldfastClient NewClient() => new(Service, new HoldfastClientOptions { Namespace = _options.Namespace, DataConverter = _builder.DataConverter, BlobStore = _builder.BlobStore, ExternalPayloads = _builder.ExternalPayloads, PayloadLimits = _builder.PayloadLimits, Interceptors = _builder.ClientInterceptors, LoggerFactory = _builder.LoggerFactory, TimeProvider = _clientClock });

    private EnvironmentProcess CurrentProcess() => Volatile.Read(ref _disposed) == 0 && _process is { } process ? process : throw Disposed();

    private static ObjectDisposedException Disposed() => new(nameof(WorkflowEnvironment));
}
