namespace Holdfast.Protocol;

/// <summary>Runs activity tasks in the engine's own process.</summary>
/// <remarks>
/// Threading: called from the engine's threads; must not block and must not run user code on them. The attempt's end is reported through
/// <see cref="IWorkflowService.RespondActivityTaskAsync"/>, and frees the slot.
/// </remarks>
public interface IActivityTaskHandler
{
    /// <summary>Begins an attempt. Its scheduling is durable.</summary>
    void Start(ActivityTask task);

    /// <summary>Tells an attempt that it should stop (canceled, timed out, or its run closed). Unknown attempts are ignored.</summary>
    void Cancel(ActivityRef activity, ActivityCancelReason reason);
}
