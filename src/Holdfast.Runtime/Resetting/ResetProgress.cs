using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>
/// A reset that is under way. The new run is made a section at a time, from the run that is reset and those that continued it, and what there is of it is written ahead
/// of it; between the sections the owner sees to other runs, and these go on. At last, in one turn and one unit of the journal, the workflow's newest run is
/// superseded and the new one starts: before that nothing has happened, and a crash leaves nothing.
/// </summary>
internal sealed class ResetProgress(ShardOwner owner, ResetRequest reset, ResetWorkflowExecutionRequest request, RunId baseRunId, long finishEventId)
{
    /// <summary>
    /// Copies that are made in sections. A run of the workflow that begins meanwhile is newer than the copy, which then has to be made anew; where that happens again and
    /// again, the last one is made at once.
    /// </summary>
    private const int MostCopiesInSections = 3;

    private readonly ResetSection _section = owner.NewResetSection();
    private int _copies;

    /// <summary>The new run; null before, and when the reset has ended.</summary>
    private BranchCopy? _copy;

    /// <summary>True when the run that should be read next was deleted: what came before it is all that is carried over.</summary>
    private bool _isChainCut;

    /// <summary>Begins to make the new run.</summary>
    public void Begin(RunEntry run)
    {
        _section.IsEndless = ++_copies > MostCopiesInSections;
        _isChainCut = false;
        _copy = new BranchCopy(run, owner.Steps.NewRunId(owner.Now), finishEventId, request);
        Continue();
    }

    /// <summary>Makes the next section.</summary>
    public void Continue()
    {
        _section.Begin();
        ReadOn();
    }

    /// <summary>As <see cref="Abandon"/>, from any thread.</summary>
    public void PostAbandon() => owner.Mailbox.Post(new AbandonReset(this));

    /// <summary>The reset comes to nothing: what there is of the new run is given back.</summary>
    public void Abandon()
    {
        if (_copy is { Run: var run })
        {
            owner.Batches.ForgetAhead(run);
            run.History.Release();
            _copy = null;
        }
    }

    /// <summary>The reset failed, or the engine stops.</summary>
    public void Fail(Exception exception) => reset.Fail(exception);

    private void ReadOn()
    {
        if (_copy is { } copy)
        {
            Visit(copy.Source.RunId, Read);
        }
    }

    private void Read(RunEntry? source)
    {
        if (_copy is not { } copy)
        {
            return;
        }

        if (source is null)
        {
            CutChain();
            return;
        }

        copy.Rejoin(source);
        if (!copy.Read(_section))
        {
            EndSection(copy);
        }
        else if (Continuation(source) is { } next)
        {
            Visit(next, ReadNext);
        }
        else
        {
            Visit(RunId.None, Finish);
        }
    }

    private void ReadNext(RunEntry? next)
    {
        if (next is null)
        {
            CutChain();
        }
        else
        {
            _section.NoteTaken(0);
            _copy?.GoOnWith(next);
            Read(next);
        }
    }

    private void CutChain()
    {
        _isChainCut = true;
        Visit(RunId.None, Finish);
    }

    /// <summary>What was read goes into the new run, and what there is of that to the journal; the next section comes when that is durable.</summary>
    private void EndSection(BranchCopy copy)
    {
        if (copy.Problem(owner.Steps.Limits) is { } tooMuch)
        {
            reset.Refuse(owner, new HoldfastException(ErrorCodes.LimitExceeded, tooMuch));
            return;
        }

        if (copy.HasWaiting)
        {
            owner.Steps.CarryOver(copy.Run, copy.Source, copy.TakeWaiting(hasMore: true));
        }

        owner.Batches.WriteAhead(copy.Run);
        owner.Batches.Gate(GatedEffect.Reply(new ContinueReset(this, owner.Mailbox), null));
    }

    /// <summary>Everything was read, and the newest run is in memory: if all that is still so, the reset happens.</summary>
    private void Finish(RunEntry? newest)
    {
        if (_copy is not { } copy)
        {
            return;
        }

        if (!owner.Directory.TryGet(baseRunId, out var run))
        {
            Visit(baseRunId, ReturnedToMemory);
        }
        else if (!_isChainCut && !(owner.Directory.TryGet(copy.Source.RunId, out var source) && copy.HasAllOf(source) && Continuation(source) is null))
        {
            ReadOn(); // it went on meanwhile
        }
        else if (reset.RunOfThis(owner, run) is { } known)
        {
            reset.Answer(owner, new ResetWorkflowExecutionResponse(known));
        }
        else if ((newest ?? run) is var superseded && superseded.RunId > copy.Run.RunId)
        {
            Abandon();
            Begin(run);
        }
        else if (copy.Problem(owner.Steps.Limits) is { } tooMuch)
        {
            reset.Refuse(owner, new HoldfastException(ErrorCodes.LimitExceeded, tooMuch));
        }
        else
        {
            Supersede(superseded, run, copy);
        }
    }

    private void ReturnedToMemory(RunEntry? run)
    {
        if (run is null)
        {
            reset.Refuse(owner, Faults.RunNotFound(reset.Workflow, baseRunId));
        }
        else
        {
            ReadOn();
        }
    }

    private void Supersede(RunEntry newest, RunEntry run, BranchCopy copy)
    {
        _copy = null; // it is a run from now on
        owner.Steps.Reset(newest, new SupersedeRun(copy.Run.RunId, request.Reason) { RequestId = request.RequestId }, run, copy.Run, () => Last(copy));
        reset.Answer(owner, new ResetWorkflowExecutionResponse(copy.Run.RunId));
    }

    /// <summary>Read after the newest run was ended: what was buffered in it is an event now.</summary>
    private BranchRun Last(BranchCopy copy)
    {
        if (!_isChainCut)
        {
            _section.IsEndless = true;
            copy.Read(_section);
        }

        return copy.TakeWaiting(hasMore: false);
    }

    private static RunId? Continuation(RunEntry run) => (run.State.CloseEvent?.Attributes as WorkflowExecutionContinuedAsNew)?.NewExecutionRunId;

    private void Visit(RunId runId, Action<RunEntry?> visit) => owner.Locate(new RunVisit(reset.Workflow, runId, reset, (_, run) => visit(run)));
}
