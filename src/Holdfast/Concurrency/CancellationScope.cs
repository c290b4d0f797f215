using System.Diagnostics.CodeAnalysis;

namespace Holdfast;

/// <summary>
/// A part of a workflow that can be canceled as a whole. Activities, children, delays and waits that are begun in it, by whatever code it calls, are canceled
/// with it, unless they are given a token of their own.
/// </summary>
/// <remarks>
/// A scope is canceled by <see cref="Cancel"/>, by its timeout, and with the scope around it; the outermost is the run, which is canceled when cancellation of the
/// workflow is requested. A detached scope is canceled by <see cref="Cancel"/> and its timeout only. Cancellation is a request: what it reaches ends as its
/// cancellation type says, and code that catches the <see cref="OperationCanceledException"/> may go on. Disposing a scope takes it out of the scope around it and
/// stops its timer; it cancels nothing. Bound to workflow code, as all of <see cref="Workflow"/>.
/// </remarks>
public sealed class CancellationScope : IDisposable
{
    private static readonly AsyncLocal<CancellationScope?> Ambient = new();

    [SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "What was begun in the scope may outlive it and keeps its token; it holds no timer or handle.")]
    private readonly CancellationTokenSource _source = new();
    private readonly CancellationTokenRegistration _outer;
    private readonly TimeSpan? _timeout;
    private CancellationTokenSource? _timer;
    private int _bodies;

    /// <summary>Makes a scope within the current one.</summary>
    /// <param name="options">How it is bound. Default: canceled with the scope around it, no timeout.</param>
    public CancellationScope(CancellationScopeOptions? options = null)
    {
        var context = WorkflowContext.Require();
        _timeout = options?.Timeout;
        if (options is not { IsDetached: true })
        {
            var around = Ambient.Value?._source.Token ?? context.RunToken;
            _outer = around.UnsafeRegister(static state => ((CancellationScope)state!).Cancel(), this);
        }
    }

    /// <summary>The scope in which the calling code runs; null when that is the run itself.</summary>
    public static CancellationScope? Current => Ambient.Value;

    /// <summary>Canceled with the scope.</summary>
    public CancellationToken Token
    {
        get
        {
            // Who holds a token may wait for nothing but a cancellation, and the run's own cancellation may be the one.
            _ = WorkflowContext.Current?.CancellationToken;
            return _source.Token;
        }
    }

    /// <summary>True once the scope is canceled.</summary>
    public bool IsCancellationRequested => _source.IsCancellationRequested;

    /// <summary>True when it was the timeout that canceled the scope.</summary>
    public bool HasTimedOut { get; private set; }

    /// <summary>The token that what is begun in the scope gets.</summary>
    internal CancellationToken OperationToken => _source.Token;

    /// <summary>Runs code in the scope, until it ends. Code may run in a scope several times, also at the same time.</summary>
    /// <param name="body">The code.</param>
    public async Task RunAsync(Func<Task> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        Enter();
        try
        {
            await body();
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Runs code in the scope, until it ends, and gives its result.</summary>
    /// <param name="body">The code.</param>
    public async Task<TResult> RunAsync<TResult>(Func<Task<TResult>> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        Enter();
        try
        {
            return await body();
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Cancels what was begun in the scope and has not ended, and whatever is begun in it from now on. A second call does nothing.</summary>
    public void Cancel()
    {
        StopTimer();
        _source.Cancel();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _outer.Dispose();
        StopTimer();
    }

    /// <summary>Makes this the scope of the calling asynchronous method, and of what it calls.</summary>
    private void Enter()
    {
        Ambient.Value = this;
        _bodies++;
        if (_timeout is { } limit && _timer is null && !_source.IsCancellationRequested)
        {
            _timer = new CancellationTokenSource();
            _ = ExpireAsync(limit, _timer.Token);
        }
    }

    private void Leave()
    {
        if (--_bodies == 0)
        {
            StopTimer();
        }
    }

    private async Task ExpireAsync(TimeSpan limit, CancellationToken stop)
    {
        try
        {
            await Workflow.DelayAsync(limit, stop);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        HasTimedOut = true;
        Cancel();
    }

    private void StopTimer()
    {
        _timer?.Cancel();
        _timer?.Dispose();
        _timer = null;
    }
}
