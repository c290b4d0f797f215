using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Reads the outcome of a completed update.</summary>
internal static class UpdateResult
{
    public static Payloads Read(ClientCalls calls, string workflowId, string updateId, UpdateWorkflowExecutionResponse response)
    {
        Invariant.That(response.Stage == UpdateStage.Completed, "only a completed update has an outcome");
        return response.Failure is { } failure
            ? throw new WorkflowUpdateFailedException(new WorkflowExecution(workflowId, response.RunId), updateId, failure, FailureConverter.ToException(failure, calls.ConverterOf(workflowId)))
            : response.Result ?? Payloads.Empty;
    }
}
