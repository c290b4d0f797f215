using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>A workflow is signaled.</summary>
/// <param name="Execution">The workflow, and the one run meant; no run for whichever is current.</param>
/// <param name="Signal">The signal's name.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="Options">How it is sent; with interceptors the request ID is always there.</param>
public sealed record SignalWorkflowInput(WorkflowExecution Execution, string Signal, IReadOnlyList<CallArgument> Arguments, WorkflowSignalOptions Options)
{
    /// <summary>What goes along to the workflow's interceptors. Passes the codecs.</summary>
    public PayloadMap Headers { get; init; } = PayloadMap.Empty;

    internal void Validate()
    {
        RequestText.Require(Signal, "The signal's name");
        Options.Validate();
    }
}
