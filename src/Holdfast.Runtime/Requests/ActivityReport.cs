using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>As <see cref="RespondActivityRequest"/>, of a worker in this process: it is told by a call rather than by a task.</summary>
internal sealed class ActivityReport(RespondActivityTaskRequest request, IReportReceipt receipt) : RunTargetedMessage, IReply
{
    public override WorkflowKey Workflow => request.Activity.Workflow;

    public override RunId RunId => request.Activity.RunId;

    /// <inheritdoc/>
    public override bool IsOfRunAtWork => true;

    /// <inheritdoc/>
    public bool IsAbandoned => false;

    public override void HandleRun(ShardOwner owner, RunEntry? run) => RespondActivityRequest.Respond(owner, run, request, this);

    /// <inheritdoc/>
    public override long ReadAhead() =>
        request.Outcome is ActivityOutcome.Completed { Result: { Count: > 0 } result } && result[0].Data.Span is { IsEmpty: false } data ? data[0] : 0;

    /// <inheritdoc/>
    public void Send(object? result) => receipt.Reported(result as Exception);

    /// <inheritdoc/>
    public override void Fail(Exception exception) => receipt.Reported(EngineStopped.Answer(exception));
}
