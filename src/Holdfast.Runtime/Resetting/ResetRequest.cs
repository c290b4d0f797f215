using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A client resets a run: finds the run, and the event up to which its history is kept. The reset itself is <see cref="ResetProgress"/>.</summary>
internal sealed class ResetRequest(ResetWorkflowExecutionRequest request) : OwnerRequest<ResetWorkflowExecutionResponse>, IIdentifiedRequest
{
    private readonly string _requestId = RunState.OfReset(request.RequestId);
    private bool _isRequestIdSettled;

    /// <summary>What is under way; null before it began and when it has ended.</summary>
    private ResetProgress? _progress;

    public override WorkflowKey Workflow { get; } = new(request.Namespace, request.Execution.WorkflowId);

    public override RunId RunId => request.Execution.RunId;

    public override void HandleRun(ShardOwner owner, RunEntry? run)
    {
        if (run is null)
        {
            Answer(owner, Faults.RunNotFound(Workflow, RunId));
        }
        else if (_requestId.Length > 0 && !_isRequestIdSettled)
        {
            owner.EarlierRuns.LookUp(Workflow, _requestId, this);
        }
        else if (request.Target is ResetTarget.BuildId)
        {
            FindBuild(owner, run);
        }
        else
        {
            Begin(owner, run, buildEventId: null);
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

    /// <summary>A request that comes again after others have reset the workflow must not do so once more: what came to the runs since would be lost.</summary>
    public RunId? RunOfThis(ShardOwner owner, RunEntry run) =>
        _requestId.Length == 0 ? null
        : owner.Directory.FindByStartRequest(Workflow, _requestId) is { } made ? made.RunId
        : run.State.FindReset(request.RequestId);

    /// <summary>It cannot be carried out, or the engine stops. On any thread: what there is of the new run is given back on the owner's.</summary>
    public override void Fail(Exception exception)
    {
        base.Fail(exception);
        _progress?.PostAbandon();
    }

    public void Refuse(ShardOwner owner, HoldfastException refusal) => Answer(owner, refusal);

    public void Answer(ShardOwner owner, object answer)
    {
        End();
        owner.Batches.Gate(GatedEffect.Reply(this, answer));
    }

    private void FindBuild(ShardOwner owner, RunEntry run)
    {
        var points = run.State.AutoResetPoints;
        if (points.Find(request.BuildId) is not { } point)
        {
            var known = points.Count == 0 ? "none" : string.Join(", ", points.Select(static p => p.BuildId));
            Answer(owner, Refused($"Run {run.RunId} has no reset point of build {request.BuildId}; it has those of {known}."));
        }
        else if (point.RunId == run.RunId)
        {
            Begin(owner, run, point.FirstWorkflowTaskCompletedEventId);
        }
        else if (request.CurrentRunOnly)
        {
            Answer(owner, Refused($"Build {request.BuildId} first ran in run {point.RunId}, which run {run.RunId} continues, and the reset is limited to the run itself."));
        }
        else
        {
            owner.Locate(new RunVisit(Workflow, point.RunId, this, (visited, built) => VisitBuild(visited, built, point.FirstWorkflowTaskCompletedEventId)));
        }
    }

    private void VisitBuild(ShardOwner owner, RunEntry? run, long eventId)
    {
        if (run is null)
        {
            Answer(owner, Refused($"The run in which build {request.BuildId} first ran was deleted."));
        }
        else
        {
            Begin(owner, run, eventId);
        }
    }

    /// <summary>Begins the reset, unless it has happened already or cannot be.</summary>
    /// <param name="owner">The owner.</param>
    /// <param name="run">The run that is reset.</param>
    /// <param name="buildEventId">Of a reset by build ID: the end of the build's first task.</param>
    private void Begin(ShardOwner owner, RunEntry run, long? buildEventId)
    {
        if (RunOfThis(owner, run) is { } known)
        {
            Answer(owner, new ResetWorkflowExecutionResponse(known));
            return;
        }

        var events = run.History.ReadEventTypes();
        if ((buildEventId ?? ResetPoints.Find(events, request.Target, request.WorkflowTaskFinishEventId)) is not { } finishEventId)
        {
            Answer(owner, Refused($"Run {run.RunId} has no workflow task yet: there is nothing to reset."));
        }
        else if (ResetPoints.Problem(events, finishEventId) is { } problem)
        {
            Answer(owner, Refused(problem));
        }
        else
        {
            _progress = new ResetProgress(owner, this, request, run.RunId, finishEventId);
            _progress.Begin(run);
        }
    }

    private void End()
    {
        _progress?.Abandon();
        _progress = null;
    }

    private static HoldfastException Refused(string problem) => new(ErrorCodes.ResetPointInvalid, problem);
}
