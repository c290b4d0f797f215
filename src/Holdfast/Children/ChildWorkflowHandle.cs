using Holdfast.Protocol;

namespace Holdfast;

/// <summary>A child workflow that has started. It is canceled by the token of the options that it was started with.</summary>
/// <param name="workflowId">The child's workflow ID.</param>
/// <param name="firstExecutionRunId">The child's first run.</param>
/// <param name="result">Ends with the child.</param>
/// <param name="converter">Reads the result.</param>
public class ChildWorkflowHandle(string workflowId, RunId firstExecutionRunId, Task<Payloads> result, IDataConverter converter)
{
    /// <summary>The child's workflow ID.</summary>
    public string WorkflowId { get; } = workflowId;

    /// <summary>The child's first run.</summary>
    public RunId FirstExecutionRunId { get; } = firstExecutionRunId;

    /// <summary>Waits for the child's end.</summary>
    /// <exception cref="ChildWorkflowFailureException">The child failed, timed out or was terminated.</exception>
    /// <exception cref="CanceledFailureException">The child was canceled.</exception>
    public Task GetResultAsync() => result;

    /// <summary>Waits for the child's end and reads its result.</summary>
    /// <exception cref="ChildWorkflowFailureException">The child failed, timed out or was terminated.</exception>
    /// <exception cref="CanceledFailureException">The child was canceled.</exception>
    public async Task<TResult> GetResultAsync<TResult>()
    {
        var payloads = await result;
        return payloads.Count == 0 ? default! : converter.FromPayload<TResult>(payloads[0]);
    }
}
