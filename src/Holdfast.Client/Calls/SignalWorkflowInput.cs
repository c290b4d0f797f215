using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>What the sender of a signal said.</summary>
internal sealed record SignalWorkflowInput(WorkflowExecution Execution, string Signal, IReadOnlyList<CallArgument> Arguments, WorkflowSignalOptions Options)
{
    public void Validate()
    {
        RequestText.Require(Signal, "The signal's name");
        Options.Validate();
    }
}
