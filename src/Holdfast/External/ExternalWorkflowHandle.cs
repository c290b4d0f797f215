using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Another workflow of the namespace, for workflow code to signal and cancel.</summary>
/// <remarks>Delivery is durable: it survives crashes, and the other run takes each signal once. Waiting is optional; a delivery that fails shows to whoever awaits it.</remarks>
public class ExternalWorkflowHandle
{
    private readonly ExternalWorkflowTarget _target;

    internal ExternalWorkflowHandle(ExternalWorkflowTarget target) => _target = target;

    /// <summary>The workflow ID.</summary>
    public string WorkflowId => _target.WorkflowId;

    /// <summary>The one run that is meant; <see cref="RunId.None"/> for whichever is current.</summary>
    public RunId RunId => _target.RunId;

    /// <summary>Sends a signal by name. Ends when the other run has it.</summary>
    /// <param name="signal">The signal's name.</param>
    /// <param name="arguments">Its arguments, serialised by their own types.</param>
    /// <exception cref="ApplicationFailureException">There is no such workflow, it is closed, or takes no more signals; the type names the cause.</exception>
    public Task SignalAsync(string signal, IReadOnlyList<object?> arguments) => SendAsync(Workflow.Named(CallKind.Signal, signal, arguments));

    /// <summary>Asks the workflow to cancel. Ends when the request has reached it, not when it is canceled.</summary>
    /// <param name="reason">Why; shown in its history.</param>
    /// <exception cref="ApplicationFailureException">There is no such workflow; the type names the cause.</exception>
    public Task CancelAsync(string reason = "") => WorkflowContext.Require().CancelExternalWorkflowAsync(_target, reason);

    /// <summary>Sends a signal that was captured.</summary>
    private protected Task SendAsync(CapturedCall call) => WorkflowContext.Require().SignalExternalWorkflowAsync(_target, call);
}
