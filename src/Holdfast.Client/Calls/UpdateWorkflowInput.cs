using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>What the sender of an update said.</summary>
internal sealed record UpdateWorkflowInput(WorkflowExecution Execution, string Update, IReadOnlyList<CallArgument> Arguments, WorkflowUpdateOptions Options, UpdateStage WaitForStage)
{
    public void Validate()
    {
        RequestText.Require(Update, "The update's name");
        Options.Validate();
        if (WaitForStage is not (UpdateStage.Accepted or UpdateStage.Completed))
        {
            throw new HoldfastException(ErrorCodes.InvalidArgument, $"waitForStage is {WaitForStage}; it must be Accepted or Completed. An update that is only admitted is not durable yet.");
        }
    }
}
