using Holdfast.Protocol;

namespace Holdfast;

/// <summary>A child workflow that has started and gives a result.</summary>
/// <typeparam name="TResult">Type of the result.</typeparam>
/// <param name="workflowId">The child's workflow ID.</param>
/// <param name="firstExecutionRunId">The child's first run.</param>
/// <param name="result">Ends with the child.</param>
/// <param name="converter">Reads the result.</param>
public sealed class ChildWorkflowHandle<TResult>(string workflowId, RunId firstExecutionRunId, Task<Payloads> result, IDataConverter converter)
    : ChildWorkflowHandle(workflowId, firstExecutionRunId, result, converter)
{
    /// <summary>Waits for the child's end and gives its result.</summary>
    /// <exception cref="ChildWorkflowFailureException">The child failed, timed out or was terminated.</exception>
    /// <exception cref="CanceledFailureException">The child was canceled.</exception>
    public new Task<TResult> GetResultAsync() => GetResultAsync<TResult>();
}
