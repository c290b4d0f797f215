using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A client signals a workflow, and starts it when it is not running.</summary>
internal sealed class SignalWithStartRequest(SignalWithStartWorkflowExecutionRequest request) : WorkflowStartRequest<StartWorkflowExecutionResponse>(request.Start)
{
    protected override void UseStarted(ShardOwner owner, RunEntry run)
    {
        var rejection = owner.Steps.Take(run, Signal);
        Invariant.That(rejection is null, "the first signal of a run, which was checked, is taken");
        Answer(owner, new StartWorkflowExecutionResponse(run.RunId, Started: true));
    }

    protected override void UseExisting(ShardOwner owner, RunEntry run) =>
        Answer(owner, owner.Steps.Take(run, Signal with { EndsFirstDelay = true }) is { } rejection
            ? new HoldfastException(rejection.Code, rejection.Message)
            : new StartWorkflowExecutionResponse(run.RunId, Started: false));

    /// <summary>The signal is sent again as well: a very large start may have become durable before its signal. The run takes it once, by its request ID.</summary>
    protected override void UseEarlier(ShardOwner owner, RunId runId) => owner.Locate(new SignalOfStartedRun(this, Workflow, runId, Signal));

    private SignalRun Signal => new(request.SignalName, request.SignalInput, request.SignalHeader, StartArguments.Identity, StartArguments.RequestId);

    /// <summary>Sees to it that a run which this request started has the signal.</summary>
    private sealed class SignalOfStartedRun(SignalWithStartRequest request, WorkflowKey workflow, RunId runId, SignalRun signal) : RunTargetedMessage
    {
        public override WorkflowKey Workflow => workflow;

        public override RunId RunId => runId;

        public override void HandleRun(ShardOwner owner, RunEntry? run)
        {
            if (run is { State.IsClosed: false })
            {
                owner.Steps.Take(run, signal);
            }

            request.Answer(owner, new StartWorkflowExecutionResponse(runId, Started: false));
        }

        public override void Fail(Exception exception) => request.Fail(exception);
    }
}
