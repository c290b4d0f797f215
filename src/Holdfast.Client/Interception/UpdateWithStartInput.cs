using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>A workflow is started together with an update, or an open one is updated.</summary>
/// <param name="Start">The start.</param>
/// <param name="Update">The update's name.</param>
/// <param name="UpdateArguments">The update's arguments.</param>
/// <param name="UpdateOptions">How the update is sent.</param>
/// <param name="WaitForStage">The stage that is waited for.</param>
public sealed record UpdateWithStartInput(StartWorkflowInput Start, string Update, IReadOnlyList<CallArgument> UpdateArguments, WorkflowUpdateOptions UpdateOptions, UpdateStage WaitForStage)
{
    /// <summary>What goes along with the update; what goes along with the start is in <see cref="Start"/>. Passes the codecs.</summary>
    public PayloadMap UpdateHeaders { get; init; } = PayloadMap.Empty;
}
