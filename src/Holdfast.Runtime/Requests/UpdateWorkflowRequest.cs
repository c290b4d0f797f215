using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A client sends an update.</summary>
/// <param name="request">What the client said.</param>
/// <param name="replyTo">Where the answer goes; null for the awaiter of this request.</param>
internal sealed class UpdateWorkflowRequest(UpdateWorkflowExecutionRequest request, IReply? replyTo = null) : OwnerRequest<UpdateWorkflowExecutionResponse>
{
    public override WorkflowKey Workflow { get; } = new(request.Namespace, request.Execution.WorkflowId);

    public override RunId RunId => request.Execution.RunId;

    private IReply ReplyTo => replyTo ?? this;

    /// <summary>Gives a run an update, and answers when it has reached the stage.</summary>
    /// <param name="owner">The owner of the run.</param>
    /// <param name="run">The run.</param>
    /// <param name="update">The update.</param>
    /// <param name="waitStage">The stage.</param>
    /// <param name="reply">Where the answer goes.</param>
    /// <param name="isForRun">True when the update is for this run alone, and not for one that takes over from it.</param>
    public static void Admit(ShardOwner owner, RunEntry run, UpdateRequest update, UpdateStage waitStage, IReply reply, bool isForRun)
    {
        run.Waiters.Add(update.UpdateId, new UpdateWaiter(waitStage, reply, isForRun ? null : update));
        if (owner.Steps.Take(run, new AdmitUpdate(update)) is { } rejection)
        {
            run.Waiters.Remove(update.UpdateId, reply);
            owner.Batches.Gate(GatedEffect.Reply(reply, new HoldfastException(rejection.Code, rejection.Message)));
        }
        else if (waitStage == UpdateStage.Admitted)
        {
            run.Waiters.Remove(update.UpdateId, reply);
            owner.Batches.Gate(GatedEffect.Reply(reply, new UpdateWorkflowExecutionResponse { RunId = run.RunId, Stage = UpdateStage.Admitted }));
        }
    }

    public override void HandleRun(ShardOwner owner, RunEntry? run)
    {
        if (run is null)
        {
            owner.Batches.Gate(GatedEffect.Reply(ReplyTo, Faults.RunNotFound(Workflow, RunId)));
        }
        else
        {
            Admit(owner, run, request.Update, request.WaitStage, ReplyTo, isForRun: !RunId.IsNone);
        }
    }

    public override void Fail(Exception exception)
    {
        if (replyTo is null)
        {
            base.Fail(exception);
        }
        else
        {
            replyTo.Fail(exception);
        }
    }
}
