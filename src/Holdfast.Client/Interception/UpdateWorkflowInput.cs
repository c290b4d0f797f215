using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>An update is sent.</summary>
/// <param name="Execution">The workflow, and the one run meant; no run for whichever is current.</param>
/// <param name="Update">The update's name.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="Options">How it is sent; with interceptors the ID is always there.</param>
/// <param name="WaitForStage">The stage that is waited for.</param>
public sealed record UpdateWorkflowInput(WorkflowExecution Execution, string Update, IReadOnlyList<CallArgument> Arguments, WorkflowUpdateOptions Options, UpdateStage WaitForStage)
{
    /// <summary>What goes along to the workflow's interceptors. Passes the codecs.</summary>
    public PayloadMap Headers { get; init; } = PayloadMap.Empty;

    internal void Validate()
    {
        RequestText.Require(Update, "The update's name");
        Options.Validate();
        if (WaitForStage is not (UpdateStage.Accepted or UpdateStage.Completed))
        {
            throw new HoldfastException(ErrorCodes.InvalidArgument, $"waitForStage is {WaitForStage}; it must be Accepted or Completed. An update that is only admitted is not durable yet.");
        }
    }
}
