using Holdfast.Definitions;

namespace Holdfast;

/// <summary>Another workflow of the namespace, whose signals are typed.</summary>
/// <typeparam name="TWorkflow">The workflow class.</typeparam>
public sealed class ExternalWorkflowHandle<TWorkflow> : ExternalWorkflowHandle
{
    internal ExternalWorkflowHandle(ExternalWorkflowTarget target)
        : base(target)
    {
    }

    /// <summary>Sends a signal: <c>await order.SignalAsync(w =&gt; w.Approve(true))</c>. The lambda is read, not run. Ends when the other run has it.</summary>
    /// <exception cref="ApplicationFailureException">There is no such workflow, it is closed, or takes no more signals; the type names the cause.</exception>
    public Task SignalAsync(Action<TWorkflow> call) => SendAsync(CallCapture.Read(call, CallKind.Signal));

    /// <summary>Sends a signal whose handler is asynchronous. The lambda is read, not run. Ends when the other run has it.</summary>
    /// <exception cref="ApplicationFailureException">There is no such workflow, it is closed, or takes no more signals; the type names the cause.</exception>
    public Task SignalAsync(Func<TWorkflow, Task> call) => SendAsync(CallCapture.Read(call, CallKind.Signal));
}
