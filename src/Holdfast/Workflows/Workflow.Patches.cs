using Holdfast.Protocol;

namespace Holdfast;

/// <content>Changing the code of workflows that are under way.</content>
public static partial class Workflow
{
    /// <summary>
    /// Guards a change of workflow code: <c>if (Workflow.Patched("charge-before-ship")) { new code } else { old code }</c>. Runs that came past this place before the
    /// change keep to the old code, all others take the new.
    /// </summary>
    /// <param name="patchId">Names the change; unique among the changes of the workflow type, and never used again for another.</param>
    /// <returns>True for the new code. The first answer within a run stays for all further calls.</returns>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.NotInWorkflow"/> outside workflow code; <see cref="ErrorCodes.ReadOnly"/> in a query, a validator or a condition.</exception>
    public static bool Patched(string patchId)
    {
        ArgumentException.ThrowIfNullOrEmpty(patchId);
        return WorkflowContext.Require().UsePatch(patchId, isDeprecated: false);
    }

    /// <summary>
    /// Takes the place of <see cref="Patched"/> when no run is left on the old code: the old code can go, and later, when no run is left whose history has the patch,
    /// this call can go as well. Runs whose history has a patch that was deprecated can be replayed without the call.
    /// </summary>
    /// <param name="patchId">The change.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.NotInWorkflow"/> outside workflow code; <see cref="ErrorCodes.ReadOnly"/> in a query, a validator or a condition.</exception>
    public static void DeprecatePatch(string patchId)
    {
        ArgumentException.ThrowIfNullOrEmpty(patchId);
        WorkflowContext.Require().UsePatch(patchId, isDeprecated: true);
    }
}
