using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A client waits for the end of a run that executes an activity.</summary>
internal sealed class PollActivityRequest(PollActivityExecutionRequest request)
    : WaitingRequest<PollActivityExecutionResponse>(new WorkflowKey(request.Namespace, StandaloneActivity.WorkflowIdOf(request.ActivityId)), request.RunId)
{
    /// <inheritdoc/>
    public override object? TryAnswer(RunEntry run) => run.State.IsClosed ? StandaloneActivityReading.Closed(run) : null;
}
