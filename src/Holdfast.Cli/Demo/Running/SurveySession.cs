using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Holdfast.Agents;
using Holdfast.Cli.Demo.Agent;
using Holdfast.Cli.Demo.Calls;
using Holdfast.Protocol;

namespace Holdfast.Cli.Demo.Running;

/// <summary>One process's part in a survey: what is remembered, and then what happens, until the run is closed.</summary>
internal sealed class SurveySession : IAsyncDisposable
{
    // Far more than a survey makes; the events are small.
    private const int MaxWaitingEvents = 100_000;

    private readonly Channel<SurveyEvent> _events = Channel.CreateBounded<SurveyEvent>(MaxWaitingEvents);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly SurveySettings _settings;
    private readonly ICallObserver _observer;
    private readonly LiveCalls _live;
    private SurveyHost? _host;
    private WorkflowHandle<SurveyWorkflow, SurveyResult>? _run;
    private TimerStarted? _rest;

    /// <summary>Takes what it needs.</summary>
    /// <param name="settings">How it is run.</param>
    /// <param name="observer">Watches the calls beside the session.</param>
    /// <param name="begunBefore">Keys of the calls that earlier processes began.</param>
    public SurveySession(SurveySettings settings, ICallObserver observer, IReadOnlySet<string> begunBefore)
    {
        _settings = settings;
        _live = new LiveCalls(_events.Writer, begunBefore);
        _observer = new CallObservers([observer, _live]);
    }

    /// <summary>The run; there is one once <see cref="BeginAsync"/> has ended.</summary>
    public WorkflowHandle<SurveyWorkflow, SurveyResult> Run => _run ?? throw new InvalidOperationException("The session has not begun.");

    private SurveyHost Host => _host ?? throw new InvalidOperationException("The session has not begun.");

    /// <summary>Starts the host, and finds or starts the run. What the data folder remembers goes on at once.</summary>
    /// <param name="isFresh">True to start a new run whatever is there.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<SurveyBeginning> BeginAsync(bool isFresh, CancellationToken cancellationToken)
    {
        _host = await SurveyHost.StartAsync(_settings, _observer, cancellationToken);
        (var beginning, _run) = await SurveyRuns.BeginAsync(_host, isFresh, cancellationToken);
        return beginning;
    }

    /// <summary>What is remembered, and then what happens, until the run is closed.</summary>
    public async IAsyncEnumerable<SurveyEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SurveyHistory history = new(Run.RunId, Host.DataConverter);
        HistoryFollower follower = new(Host.Service, Run.Id, Run.RunId);
        foreach (var known in await follower.ReadKnownAsync(cancellationToken))
        {
            history.Take(known);
        }

        foreach (var remembered in Remembered(history))
        {
            yield return remembered;
        }

        var following = FollowAsync(history, follower, cancellationToken);
        await foreach (var happened in _events.Reader.ReadAllAsync(cancellationToken))
        {
            yield return happened;
        }

        await following;
    }

    /// <summary>Decides about a tool call.</summary>
    public Task ResolveAsync(ApprovalResolution resolution, CancellationToken cancellationToken) =>
        Run.ExecuteUpdateAsync(w => w.ResolveApprovalAsync(resolution), cancellationToken: cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Calls of this process are told of as they happen; all others in the history are an earlier process's.</summary>
    private IEnumerable<SurveyEvent> Remembered(SurveyHistory history)
    {
        foreach (var call in history.Calls.Where(call => call.Summary is not null && !_live.HasBegun(call.Key)))
        {
            yield return new SurveyEvent.CallRemembered(call.Kind, call.Title, call.Summary!);
        }
    }

    private async Task FollowAsync(SurveyHistory history, HistoryFollower follower, CancellationToken cancellationToken)
    {
        try
        {
            await TellOfWaitingAsync(history, cancellationToken);
            await foreach (var batch in follower.FollowAsync(cancellationToken))
            {
                foreach (var recorded in batch)
                {
                    history.Take(recorded);
                }

                await TellOfWaitingAsync(history, cancellationToken);
            }

            await _events.Writer.WriteAsync(new SurveyEvent.Closed(), cancellationToken);
            _events.Writer.Complete();
        }
        catch (Exception exception)
        {
            _events.Writer.TryComplete(exception);
        }
    }

    private async Task TellOfWaitingAsync(SurveyHistory history, CancellationToken cancellationToken)
    {
        if (!ReferenceEquals(_rest, history.PendingTimer))
        {
            _rest = history.PendingTimer;
            await _events.Writer.WriteAsync(_rest is null ? new SurveyEvent.RestEnded() : new SurveyEvent.RestBegan(_rest.StartToFireTimeout), cancellationToken);
        }

        if (!history.IsQuiet || _rest is not null)
        {
            return;
        }

        foreach (var request in (await Run.QueryAsync(w => w.PendingApprovals(), cancellationToken)).Where(request => _asked.Add(request.CallId)))
        {
            await _events.Writer.WriteAsync(new SurveyEvent.ApprovalWanted(request), cancellationToken);
        }
    }
}
