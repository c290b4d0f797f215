using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>A child workflow that has started. It is canceled by the token of the options that it was started with, or by <see cref="CancelAsync"/>.</summary>
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

    private ExternalWorkflowTarget Target => new(WorkflowId, RunId.None, IsChild: true);

    /// <summary>Sends the child a signal: <c>await child.SignalAsync((ShippingWorkflow w) =&gt; w.Hurry())</c>. The lambda is read, not run. Ends when the child has it.</summary>
    /// <typeparam name="TWorkflow">The child's class.</typeparam>
    /// <exception cref="ApplicationFailureException">The child is closed, or takes no more signals; the type names the cause.</exception>
    public Task SignalAsync<TWorkflow>(Action<TWorkflow> call) => SendAsync(CallCapture.Read(call, CallKind.Signal));

    /// <summary>Sends the child a signal whose handler is asynchronous. The lambda is read, not run. Ends when the child has it.</summary>
    /// <typeparam name="TWorkflow">The child's class.</typeparam>
    /// <exception cref="ApplicationFailureException">The child is closed, or takes no more signals; the type names the cause.</exception>
    public Task SignalAsync<TWorkflow>(Func<TWorkflow, Task> call) => SendAsync(CallCapture.Read(call, CallKind.Signal));

    /// <summary>Sends the child a signal by name. Ends when the child has it.</summary>
    /// <param name="signal">The signal's name.</param>
    /// <param name="arguments">Its arguments, serialised by their own types.</param>
    /// <exception cref="ApplicationFailureException">The child is closed, or takes no more signals; the type names the cause.</exception>
    public Task SignalAsync(string signal, IReadOnlyList<object?> arguments) => SendAsync(Workflow.Named(CallKind.Signal, signal, arguments));

    /// <summary>Asks the child to cancel. Ends when the request has reached it; <see cref="GetResultAsync()"/> waits for its end.</summary>
    /// <param name="reason">Why; shown in its history.</param>
    /// <exception cref="ApplicationFailureException">There is no such child any more; the type names the cause.</exception>
    public Task CancelAsync(string reason = "") => WorkflowContext.Require().CancelExternalWorkflowAsync(Target, reason);

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

    private Task SendAsync(CapturedCall call) => WorkflowContext.Require().SignalExternalWorkflowAsync(Target, call);
}
