using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>
/// Deletes runs of one owner. An open run is terminated first; when its end is durable and its parent knows of it, the settled store deletes what it has and notes
/// that nothing of the run counts any more, which is what makes the deletion durable; then the run leaves memory.
/// </summary>
internal sealed class OwnerDeletions(ShardOwner owner)
{
    private const string Reason = "Deleted";
    private readonly Dictionary<RunId, RunDeletion> _underWay = [];

    /// <summary>Deletes a run, or attaches to its deletion.</summary>
    public void Begin(RunEntry run, string identity, IReply reply)
    {
        if (_underWay.TryGetValue(run.RunId, out var known))
        {
            known.Replies.Add(reply);
            return;
        }

        if (!run.State.IsClosed)
        {
            var rejection = owner.Steps.Take(run, new TerminateRun(RunId.None, Reason, Payloads.Empty, identity));
            Invariant.That(rejection is null, "an open run can always be terminated");
        }

        RunDeletion deletion = new(run);
        deletion.Replies.Add(reply);
        _underWay.Add(run.RunId, deletion);
        run.IsBeingDeleted = true;
        ContinueWhenDurable(run);
    }

    /// <summary>Goes on with the deletions that could not go on before.</summary>
    public void ContinueAll()
    {
        foreach (var deletion in _underWay.Values)
        {
            Continue(deletion.Run);
        }
    }

    /// <summary>Goes on with the deletion of a run when what it has recorded so far is durable.</summary>
    public void ContinueWhenDurable(RunEntry run) => owner.Batches.Gate(GatedEffect.Run(() => owner.Mailbox.Post(new DeletionDue(run))));

    /// <summary>Goes on with the deletion of a run, if it can.</summary>
    public void Continue(RunEntry run)
    {
        if (_underWay.TryGetValue(run.RunId, out var deletion) && !deletion.IsWriting && IsAtRest(run))
        {
            TellChildren(deletion);
            if (deletion.ChildrenToTell > 0)
            {
                return;
            }

            deletion.IsWriting = true;
            deletion.LastLsn = Math.Max(run.DurableLsn, owner.Services.Journal.DurableLsn);
            _ = WriteAsync(deletion, RecordedBlobs.In(run.History.From(run.History.SettledBytes)));
        }
    }

    /// <summary>A child has learned that its parent closed, or could not be told; then the run stays, since it still owes the child that.</summary>
    public void ChildTold(RunDeletion deletion, Exception? error)
    {
        if (!_underWay.TryGetValue(deletion.Run.RunId, out var current) || !ReferenceEquals(current, deletion))
        {
            return;
        }

        deletion.ChildrenToTell--;
        if (error is not null)
        {
            OwnerLog.DeletionFailed(owner.Services.Logger, error, deletion.Run.RunId);
            GiveUp(deletion, error);
        }
        else
        {
            Continue(deletion.Run);
        }
    }

    /// <summary>The settled store has answered.</summary>
    public void Written(RunDeletion deletion, Exception? error)
    {
        var run = deletion.Run;
        deletion.IsWriting = false;
        if (error is not null)
        {
            GiveUp(deletion, error);
        }
        else if (!run.IsDurable || run.DurableLsn > deletion.LastLsn)
        {
            ContinueWhenDurable(run); // it recorded something meanwhile
        }
        else
        {
            LetGo(deletion);
        }
    }

    /// <summary>
    /// The end of a run is told to its children when it is durable, and again after a crash, as long as the run is there. So before it goes, each must have that
    /// durably; to be told twice does a child no harm.
    /// </summary>
    private void TellChildren(RunDeletion deletion)
    {
        if (deletion.HasToldChildren)
        {
            return;
        }

        deletion.HasToldChildren = true;
        var (run, post) = (deletion.Run, owner.Services.Post);
        foreach (var apply in RunMachine.OwedParentClosePolicies(run.State))
        {
            deletion.ChildrenToTell++;
            var child = new WorkflowKey(apply.Namespace, apply.Child.WorkflowId);
            post(child, new ParentCloseMessage(run.RunId, apply, isAwaited: true, error => post(run.Workflow, new ChildTold(deletion, error))));
        }
    }

    private static bool IsAtRest(RunEntry run) =>
        run.IsDurable && !run.IsSettling && !run.IsWorkflowCodeRunning && !run.IsWorkflowTaskQueued && !run.State.OwesParentNotification;

    private async Task WriteAsync(RunDeletion deletion, IReadOnlyCollection<BlobId> unsettledBlobs)
    {
        Exception? error = null;
        try
        {
            var store = owner.Services.Store;
            if (unsettledBlobs.Count > 0)
            {
                await store.ReleaseBlobsAsync(unsettledBlobs, CancellationToken.None);
            }

            await store.DeleteAsync(deletion.Run.RunId, deletion.LastLsn, CancellationToken.None);
            deletion.NewestSettled = (await store.FindNewestAsync(deletion.Run.Workflow, CancellationToken.None))?.RunId ?? RunId.None;
        }
        catch (Exception exception)
        {
            OwnerLog.DeletionFailed(owner.Services.Logger, exception, deletion.Run.RunId);
            error = exception;
        }

        owner.Mailbox.Post(new DeletionWritten(deletion, error));
    }

    /// <summary>The run stays, closed; whoever asked may ask again.</summary>
    private void GiveUp(RunDeletion deletion, Exception error)
    {
        _underWay.Remove(deletion.Run.RunId);
        deletion.Run.IsBeingDeleted = false;
        if (deletion.Run.FirstUnsettledLsn != 0)
        {
            owner.Settling.Closed(deletion.Run);
        }

        foreach (var reply in deletion.Replies)
        {
            reply.Fail(error);
        }
    }

    private void LetGo(RunDeletion deletion)
    {
        var run = deletion.Run;
        _underWay.Remove(run.RunId);
        owner.Directory.Remove(run);
        owner.Loader.LeftMemory(run);
        owner.Directory.FindNewest(run.Workflow, deletion.NewestSettled);
        owner.WakeUps.Remove(run);
        owner.WorkflowTasks.Forget(run);
        Invariant.That(run.Attempts.IsEmpty, "a closed run has no attempts");
        while (run.Waiters.TryTakeQuery(out var query))
        {
            owner.Batches.Gate(GatedEffect.Reply(query!, Faults.RunNotFound(run.Workflow, run.RunId)));
        }

        run.Waiters.Fail(Faults.RunNotFound(run.Workflow, run.RunId));
        run.History.Release();
        foreach (var reply in deletion.Replies)
        {
            owner.Batches.Gate(GatedEffect.Reply(reply, null));
        }
    }
}
