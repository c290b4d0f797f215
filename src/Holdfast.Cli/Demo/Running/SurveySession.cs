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

    private readonly Channel<SurveyEvent> events = Channel.CreateBounded<SurveyEvent>(MaxWaitingEvents);
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly SurveySettings settings;
    private readonly ICallObserver observer;
    private readonly LiveCalls live;
    private SurveyHost? host;
    private WorkflowHandle<SurveyWorkflow, SurveyResult>? run;
    private TimerStarted? rest;

    /// <summary>Takes what it needs.</summary>
    /// <param name="settings">How it is run.</param>
    /// <param name="observer">Watches the calls beside the session.</param>
    /// <param name="begunBefore">Keys of the calls that earlier processes began.</param>
    public SurveySession(SurveySettings settings, ICallObserver observer, IReadOnlySet<string> begunBefore)
    {
        this.settings = settings;
        live = new LiveCalls(events.Writer, begunBefore);
        this.observer = new CallObservers([observer, live]);
    }

    /// <summary>The run; there is one once <see cref="BeginAsync"/> has ended.</summary>
    public WorkflowHandle<SurveyWorkflow, SurveyResult> Run => run ?? throw new InvalidOperationException("The session has not begun.");

    private SurveyHost Host => host ?? throw new InvalidOperationException("The session has not begun.");

    /// <summary>Starts the host, and finds or starts the run. What the data folder remembers goes on at once.</summary>
    /// <param name="isFresh">True to start a new run whatever is there.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<SurveyBeginning> BeginAsync(bool isFresh, CancellationToken cancellationToken)
    {
        host = await SurveyHost.StartAsync(settings, observer, cancellationToken);
        (var beginning, run) = await SurveyRuns.BeginAsync(host, isFresh, cancellationToken);
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
        await foreach (var happened in events.Reader.ReadAllAsync(cancellationToken))
        {
            yield return happened;
        }

        await following;
    }

    /// <summary>Decides about a tool call.</summary>
    public Task ResolveAsync(ApprovalResolution resolution, CancellationToken cancellationToken) =>
        Run.ExecuteUpdateAsync(w => w.ResolveApprovalAsync(resolution), cancellationToken: cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => host?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Calls of this process are told of as they happen; all others in the history are an earlier process's.</summary>
    private IEnumerable<SurveyEvent> Remembered(SurveyHistory history)
    {
        foreach (var call in history.Calls.Where(call => call.Summary is not null && !live.HasBegun(call.Key)))
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

            await events.Writer.WriteAsync(new SurveyEvent.Closed(), cancellationToken);
            events.Writer.Complete();
        }
        catch (Exception exception)
        {
            events.Writer.TryComplete(exception);
        }
    }

    private async Task TellOfWaitingAsync(SurveyHistory history, CancellationToken cancellationToken)
    {
        if (!ReferenceEquals(rest, history.PendingTimer))
        {
            rest = history.PendingTimer;
            await events.Writer.WriteAsync(rest is null ? new SurveyEvent.RestEnded() : new SurveyEvent.RestBegan(rest.StartToFireTimeout), cancellationToken);
        }

        if (!history.IsQuiet || rest is not null)
        {
            return;
        }

        foreach (var request in (await Run.QueryAsync(w => w.PendingApprovals(), cancellationToken)).Where(request => asked.Add(request.CallId)))
        {
            await events.Writer.WriteAsync(new SurveyEvent.ApprovalWanted(request), cancellationToken);
        }
    }
}
