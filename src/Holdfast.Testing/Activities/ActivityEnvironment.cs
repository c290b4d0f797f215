using Holdfast.Protocol;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Holdfast.Testing;

/// <summary>Runs activity code as an attempt of its own, without engine or worker: with a context, whose heartbeats are recorded and which can be canceled.</summary>
/// <remarks>One environment is one attempt. Threading: safe from any thread.</remarks>
public sealed class ActivityEnvironment : IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();
    private readonly CancellationTokenSource _shutdown = new();
    private readonly RecordingActivityContext _context;

    /// <summary>Creates an attempt.</summary>
    /// <param name="options">The attempt; null for the defaults.</param>
    /// <param name="logger">What <see cref="ActivityContext.Logger"/> gives; null for none.</param>
    public ActivityEnvironment(ActivityEnvironmentOptions? options = null, ILogger? logger = null) =>
        _context = new RecordingActivityContext(options ?? new ActivityEnvironmentOptions(), logger ?? NullLogger.Instance, _cancellation.Token, _shutdown.Token);

    /// <summary>The attempt as the code sees it.</summary>
    public ActivityInfo Info => _context.Info;

    /// <summary>The details of each heartbeat so far, in order; all of them, since nothing throttles them here.</summary>
    public IReadOnlyList<IReadOnlyList<object?>> Heartbeats => _context.Heartbeats;

    /// <summary>Called for each heartbeat, on the thread of the activity: the place to cancel at a certain point.</summary>
    public Action<IReadOnlyList<object?>>? OnHeartbeat
    {
        get => _context.OnHeartbeat;
        set => _context.OnHeartbeat = value;
    }

    /// <summary>Runs activity code.</summary>
    /// <typeparam name="T">Its result.</typeparam>
    /// <param name="activity">The call, such as <c>() =&gt; payments.ChargeAsync(order)</c>. A CancellationToken parameter gets <see cref="CancellationToken"/>.</param>
    public async Task<T> RunAsync<T>(Func<Task<T>> activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        _context.Begin();
        return await activity();
    }

    /// <summary>Runs activity code that gives no result.</summary>
    /// <param name="activity">The call.</param>
    public async Task RunAsync(Func<Task> activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        _context.Begin();
        await activity();
    }

    /// <summary>Canceled by <see cref="Cancel"/>.</summary>
    public CancellationToken CancellationToken => _cancellation.Token;

    /// <summary>Tells the attempt to stop; the first reason stays.</summary>
    public void Cancel(ActivityCancelReason reason = ActivityCancelReason.CancelRequested)
    {
        _context.NoteCancellation(reason);
        _cancellation.Cancel();
    }

    /// <summary>Tells the attempt that its worker begins to stop.</summary>
    public void StopWorker() => _shutdown.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        _cancellation.Dispose();
        _shutdown.Dispose();
    }
}
