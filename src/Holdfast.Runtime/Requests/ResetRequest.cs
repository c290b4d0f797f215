using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>
/// A client resets a run. First come the run itself and those that continued it, whose signals and updates are carried over; then the history up to the reset point is
/// copied, a section at a time, between which the owner sees to other runs; and at last, in one step of the owner and one unit of the journal, the workflow's newest
/// run is terminated if it is open, and the new run begins.
/// </summary>
internal sealed class ResetRequest(ResetWorkflowExecutionRequest request) : OwnerRequest<ResetWorkflowExecutionResponse>, IIdentifiedRequest
{
    /// <summary>Bytes of a history that are copied before others have their turn: 1 MiB.</summary>
    private const int SectionBytes = 1 << 20;

    private readonly List<HistoryEvent> _laterInChain = [];
    private readonly string _requestId = RunState.OfReset(request.RequestId);
    private bool _isRequestIdSettled;
    private RunId _baseRunId;

    /// <summary>Of a reset by build ID: the end of the build's first task.</summary>
    private long? _buildEventId;

    /// <summary>The last run of the chain so far.</summary>
    private RunId _lastRunId;

    /// <summary>The new run as far as it was copied; null before.</summary>
    private BranchCopy? _copy;

    /// <summary>The first event that is not copied, as it was when copying began.</summary>
    private long _finishEventId;

    /// <summary>True when the new run has to be copied at once: a run of the workflow began while it was copied before, which would have been the newer.</summary>
    private bool _isInHurry;

    /// <summary>True when that run was open when it was visited. It may close before the newest run is known.</summary>
    private bool _wasLastOpen;

    public override WorkflowKey Workflow { get; } = new(request.Namespace, request.Execution.WorkflowId);

    public override RunId RunId => request.Execution.RunId;

    public override void HandleRun(ShardOwner owner, RunEntry? run)
    {
        if (run is null)
        {
            Answer(owner, Faults.RunNotFound(Workflow, RunId));
            return;
        }

        if (_requestId.Length > 0 && !_isRequestIdSettled)
        {
            owner.EarlierRuns.LookUp(Workflow, _requestId, this);
        }
        else if (request.Target is ResetTarget.BuildId)
        {
            FindBuild(owner, run);
        }
        else
        {
            Begin(owner, run);
        }
    }

    /// <inheritdoc/>
    public void EarlierRunLookedUp(ShardOwner owner, RunId? earlierRun)
    {
        _isRequestIdSettled = true;
        if (earlierRun is { } runId)
        {
            Answer(owner, new ResetWorkflowExecutionResponse(runId));
        }
        else
        {
            owner.Locate(this);
        }
    }

    private void FindBuild(ShardOwner owner, RunEntry run)
    {
        var points = run.State.AutoResetPoints;
        if (points.Find(request.BuildId) is not { } point)
        {
            var known = points.Count == 0 ? "none" : string.Join(", ", points.Select(static p => p.BuildId));
            Answer(owner, Refused($"Run {run.RunId} has no reset point of build {request.BuildId}; it has those of {known}."));
            return;
        }

        _buildEventId = point.FirstWorkflowTaskCompletedEventId;
        if (point.RunId == run.RunId)
        {
            Begin(owner, run);
        }
        else if (request.CurrentRunOnly)
        {
            Answer(owner, Refused($"Build {request.BuildId} first ran in run {point.RunId}, which run {run.RunId} continues, and the reset is limited to the run itself."));
        }
        else
        {
            owner.Locate(new RunVisit(Workflow, point.RunId, this, VisitBuild));
        }
    }

    private void VisitBuild(ShardOwner owner, RunEntry? run)
    {
        if (run is null)
        {
            Answer(owner, Refused($"The run in which build {request.BuildId} first ran was deleted."));
            return;
        }

        Begin(owner, run);
    }

    private void Begin(ShardOwner owner, RunEntry run)
    {
        _laterInChain.Clear();
        _wasLastOpen = false;
        (_baseRunId, _lastRunId) = (run.RunId, run.RunId);
        Follow(owner, run);
    }

    private void Follow(ShardOwner owner, RunEntry run)
    {
        if (run.State.CloseEvent?.Attributes is WorkflowExecutionContinuedAsNew continued)
        {
            owner.Locate(new RunVisit(Workflow, continued.NewExecutionRunId, this, VisitContinued));
        }
        else
        {
            _wasLastOpen = !run.State.IsClosed;
            owner.Locate(new RunVisit(Workflow, RunId.None, this, VisitNewest));
        }
    }

    private void VisitContinued(ShardOwner owner, RunEntry? run)
    {
        if (run is null)
        {
            owner.Locate(new RunVisit(Workflow, RunId.None, this, VisitNewest)); // it was deleted: the chain ends here
            return;
        }

        _lastRunId = run.RunId;
        if (run.State.IsClosed)
        {
            _laterInChain.AddRange(CarriedOver.Of(run.History.ReadCarriedOver(1)));
        }

        Follow(owner, run);
    }

    private void VisitNewest(ShardOwner owner, RunEntry? newest)
    {
        if (!owner.Directory.TryGet(_baseRunId, out var reset))
        {
            owner.Locate(this); // the run has left memory meanwhile
            return;
        }

        newest ??= reset;
        if (_wasLastOpen && newest.RunId != _lastRunId)
        {
            Begin(owner, reset); // since it was visited it went on as another: what came to both is carried over as well
            return;
        }

        if (RunOfThisRequest(owner, reset) is { } known)
        {
            Abandon();
            Answer(owner, new ResetWorkflowExecutionResponse(known));
        }
        else
        {
            Reset(owner, reset, newest);
        }
    }

    /// <summary>Goes on copying; whatever has changed since is looked at before the reset happens.</summary>
    public void Continue(ShardOwner owner)
    {
        if (!owner.Directory.TryGet(_baseRunId, out var reset))
        {
            owner.Locate(this); // the run has left memory meanwhile
        }
        else if (_copy is { } copy && ReferenceEquals(copy.Source, reset) && !copy.Continue(_finishEventId, SectionBytes))
        {
            owner.Batches.Gate(GatedEffect.Reply(new ContinueReset(this, owner.Mailbox), null));
        }
        else
        {
            Begin(owner, reset);
        }
    }

    /// <inheritdoc/>
    public override void Fail(Exception exception)
    {
        Abandon();
        base.Fail(exception);
    }

    /// <summary>A request that comes again after others have reset the workflow must not do so once more: what came to the runs since would be lost.</summary>
    private RunId? RunOfThisRequest(ShardOwner owner, RunEntry reset) =>
        _requestId.Length == 0 ? null
        : owner.Directory.FindByStartRequest(Workflow, _requestId) is { } made ? made.RunId
        : reset.State.FindReset(request.RequestId);

    private void Reset(ShardOwner owner, RunEntry reset, RunEntry newest)
    {
        var events = reset.History.ReadEventTypes();
        if ((_buildEventId ?? ResetPoints.Find(events, request.Target, request.WorkflowTaskFinishEventId)) is not { } finishEventId)
        {
            Refuse(owner, Refused($"Run {reset.RunId} has no workflow task yet: there is nothing to reset."));
        }
        else if (ResetPoints.Problem(events, finishEventId) is { } problem)
        {
            Refuse(owner, Refused(problem));
        }
        else if (CopyOf(owner, reset, newest, finishEventId) is var copy && !copy.Continue(finishEventId, _isInHurry ? int.MaxValue : SectionBytes))
        {
            _finishEventId = finishEventId;
            owner.Batches.Gate(GatedEffect.Reply(new ContinueReset(this, owner.Mailbox), null));
        }
        else if (LimitProblem(owner, copy, newest, finishEventId) is { } tooMuch)
        {
            Refuse(owner, new HoldfastException(ErrorCodes.LimitExceeded, tooMuch));
        }
        else
        {
            _copy = null; // it is the new run from now on
            Start(owner, reset, newest, copy.Run, finishEventId);
            Answer(owner, new ResetWorkflowExecutionResponse(copy.Run.RunId));
        }
    }

    /// <summary>The copy that goes on; another one when the run was read again since, or when a run began that would be newer.</summary>
    private BranchCopy CopyOf(ShardOwner owner, RunEntry reset, RunEntry newest, long finishEventId)
    {
        if (_copy is not null && (!ReferenceEquals(_copy.Source, reset) || newest.RunId > _copy.Run.RunId))
        {
            _isInHurry = true;
            Abandon();
        }

        return _copy ??= new BranchCopy(reset, owner.Steps.NewRunId(owner.Now), reset.History.BytesBefore(finishEventId));
    }

    /// <summary>A run that begins at the limits of a history would be terminated at once.</summary>
    private string? LimitProblem(ShardOwner owner, BranchCopy copy, RunEntry newest, long finishEventId)
    {
        var ofNewest = CarriesOverFrom(copy.Source, newest) ? newest.History.ReadCarriedOver(1) : [];
        List<HistoryEvent> carriedOver = [.. CarriedOver.Of(copy.Source.History.ReadCarriedOver(finishEventId).Concat(_laterInChain).Concat(ofNewest), request.Exclusions)];

        var limits = owner.Steps.Limits;
        var count = finishEventId - 1 + carriedOver.Count;
        if (count >= limits.HistoryEvents)
        {
            return $"The new run would begin with {count} events, what is carried over from later included; a history may have {limits.HistoryEvents}. Reset to an earlier workflow task, or exclude signals and updates.";
        }

        var bytes = copy.Bytes + CarriedOver.Bytes(carriedOver);
        return bytes >= limits.HistoryBytes
            ? $"The new run would begin with a history of {bytes} bytes, what is carried over from later included; a history may have {limits.HistoryBytes}. Reset to an earlier workflow task, or exclude signals and updates."
            : null;
    }

    private void Start(ShardOwner owner, RunEntry reset, RunEntry newest, RunEntry run, long finishEventId)
    {
        var isOpen = !newest.State.IsClosed;
        owner.Steps.Reset(newest, new SupersedeRun(run.RunId, request.Reason) { RequestId = request.RequestId }, reset, run, () => Branch(reset, newest, isOpen, finishEventId, run.RunId));
    }

    /// <summary>Read after the newest run was ended: what was buffered in it is an event now.</summary>
    private BranchRun Branch(RunEntry reset, RunEntry newest, bool wasOpen, long finishEventId, RunId newRunId)
    {
        if (wasOpen && !ReferenceEquals(reset, newest) && _lastRunId == newest.RunId)
        {
            _laterInChain.AddRange(CarriedOver.Of(newest.History.ReadCarriedOver(1)));
        }

        return new BranchRun(Workflow, newRunId, _baseRunId, [], reset.History.ReadCarriedOver(finishEventId), _laterInChain, request.Exclusions, request.Reason, request.RequestId);
    }

    /// <summary>True when the newest run is the last of the chain: an open one has not been visited for what it has.</summary>
    private bool CarriesOverFrom(RunEntry reset, RunEntry newest) => !ReferenceEquals(reset, newest) && _lastRunId == newest.RunId && !newest.State.IsClosed;

    private void Refuse(ShardOwner owner, HoldfastException refusal)
    {
        Abandon();
        Answer(owner, refusal);
    }

    private void Abandon()
    {
        _copy?.Abandon();
        _copy = null;
    }

    private static HoldfastException Refused(string problem) => new(ErrorCodes.ResetPointInvalid, problem);

    private void Answer(ShardOwner owner, object answer) => owner.Batches.Gate(GatedEffect.Reply(this, answer));
}
