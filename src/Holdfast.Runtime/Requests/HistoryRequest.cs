using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>A client reads history, or waits for it.</summary>
internal sealed class HistoryRequest(GetWorkflowExecutionHistoryRequest request)
    : WaitingRequest<GetWorkflowExecutionHistoryResponse>(new WorkflowKey(request.Namespace, request.Execution.WorkflowId), request.Execution.RunId)
{
    /// <inheritdoc/>
    public override object? TryAnswer(RunEntry run) => HistoryReader.TryRead(run, request);
}
