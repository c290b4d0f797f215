using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A request that starts a workflow or uses the run that is there, as its policies say.</summary>
/// <typeparam name="TResponse">What it is answered with.</typeparam>
internal abstract class WorkflowStartRequest<TResponse>(StartWorkflowExecutionRequest start) : OwnerRequest<TResponse>, IIdentifiedRequest
{
    private bool _isRequestIdSettled;

    public override WorkflowKey Workflow { get; } = new(start.Namespace, start.WorkflowId);

    public override RunId RunId => RunId.None;

    protected StartWorkflowExecutionRequest StartArguments => start;

    public override void Handle(ShardOwner owner)
    {
        if (!owner.Settling.HeldStarts.TryHold(this))
        {
            base.Handle(owner);
        }
    }

    public override void HandleRun(ShardOwner owner, RunEntry? run)
    {
        if (run is null)
        {
            Start(owner, replaced: null);
        }
        else if (HasStartRequestId(run))
        {
            UseEarlier(owner, run.RunId);
        }
        else if (!_isRequestIdSettled)
        {
            owner.EarlierRuns.LookUp(Workflow, start.RequestId, this);
        }
        else if (run.State.IsClosed)
        {
            StartAfterClosed(owner, run);
        }
        else
        {
            StartBesideOpen(owner, run);
        }
    }

    /// <inheritdoc/>
    public void EarlierRunLookedUp(ShardOwner owner, RunId? earlierRun)
    {
        _isRequestIdSettled = true;
        if (earlierRun is { } runId)
        {
            UseEarlier(owner, runId);
        }
        else
        {
            owner.Locate(this);
        }
    }

    /// <summary>The message that begins the new run.</summary>
    protected virtual StartRun NewRun(WorkflowExecutionStarted started, RunId runId) => new(Workflow, runId, started);

    /// <summary>A new run has begun; what is stepped now becomes part of the same record.</summary>
    protected abstract void UseStarted(ShardOwner owner, RunEntry run);

    /// <summary>An open run is used, because the conflict policy says so.</summary>
    protected abstract void UseExisting(ShardOwner owner, RunEntry run);

    /// <summary>The request came before and made this run.</summary>
    protected abstract void UseEarlier(ShardOwner owner, RunId runId);

    protected void Answer(ShardOwner owner, object answer) => owner.Batches.Gate(GatedEffect.Reply(this, answer));

    private bool HasStartRequestId(RunEntry run) =>
        string.Equals(run.State.StartRequestId, start.RequestId, StringComparison.Ordinal) || run.State.HasSeenRequest(start.RequestId);

    private void StartBesideOpen(ShardOwner owner, RunEntry run)
    {
        var policy = start.WorkflowIdReusePolicy == WorkflowIdReusePolicy.TerminateIfRunning ? WorkflowIdConflictPolicy.TerminateExisting : start.WorkflowIdConflictPolicy;
        switch (policy)
        {
            case WorkflowIdConflictPolicy.UseExisting:
                Attach(owner, run);
                break;
            case WorkflowIdConflictPolicy.TerminateExisting:
                Replace(owner, run);
                break;
            default:
                Answer(owner, Faults.AlreadyStarted(Workflow, run.RunId));
                break;
        }
    }

    private void Attach(ShardOwner owner, RunEntry run)
    {
        if (start.OnConflict.AttachRequestId && owner.Steps.Take(run, new AttachStartRequest(start.RequestId, start.Identity)) is { } rejection)
        {
            Answer(owner, new HoldfastException(rejection.Code, rejection.Message));
            return;
        }

        UseExisting(owner, run);
    }

    private void Replace(ShardOwner owner, RunEntry run)
    {
        if (!Admits(owner, run))
        {
            return;
        }

        Start(owner, run);
    }

    private void StartAfterClosed(ShardOwner owner, RunEntry run)
    {
        if (!WorkflowIdPolicies.AllowReuse(start.WorkflowIdReusePolicy, run.State.Status))
        {
            Answer(owner, Faults.ReuseRefused(Workflow, run, start.WorkflowIdReusePolicy));
        }
        else if (Admits(owner, run))
        {
            Start(owner, replaced: null);
        }
    }

    /// <summary>Answers with a refusal when a new run may not begin now.</summary>
    private bool Admits(ShardOwner owner, RunEntry run)
    {
        // A clock that was set back may show less than the time of the run's start: without an interval that is no reason to wait.
        var interval = owner.Steps.Limits.WorkflowIdReuseInterval;
        var next = run.State.StartTime + interval;
        if (interval <= TimeSpan.Zero || next <= owner.Now)
        {
            return true;
        }

        Answer(owner, Faults.ReuseTooSoon(Workflow, run.RunId, next));
        return false;
    }

    private void Start(ShardOwner owner, RunEntry? replaced)
    {
        if (owner.Settling.IsOverloaded)
        {
            Answer(owner, new HoldfastException(ErrorCodes.ResourceExhausted, "Too many closed runs wait to be settled. Start again in a moment; if this persists, the disk under the data folder is too slow for the load."));
            return;
        }

        var now = owner.Now;
        var runId = owner.Steps.NewRunId(now);
        var run = NewRun(StartedEvents.OfRequest(start, runId, now, owner.Steps.Limits), runId);
        var decision = owner.Services.StartLimits.Decide(Workflow, runId, run.Started, replaced?.RunId);
        if (decision.Started is null)
        {
            Answer(owner, decision.Refusal!);
            return;
        }

        if (SearchAttributeTyping.Admit(start.SearchAttributes, start.Namespace, owner.Services.SearchAttributeTypes) is { } problem)
        {
            owner.Services.StartLimits.Forgo(Workflow, run.Started, runId, decision);
            Answer(owner, problem.ToException());
            return;
        }

        if (replaced is not null)
        {
            owner.Steps.Take(replaced, new TerminateRun(RunId.None, "Terminated by the start of another run of its workflow ID", Payloads.Empty, start.Identity));
        }

        UseStarted(owner, owner.Steps.Start(run with { Started = decision.Started }, withPrevious: replaced is not null));
        StartLimits.Displace(owner, decision.Displaced);
    }
}
