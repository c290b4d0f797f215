namespace Holdfast.Protocol;

/// <summary>The first workflow task of a run is due and waits for a permit. The run has one when WorkflowTaskScheduled follows.</summary>
/// <param name="Time">When.</param>
public sealed record StartPermitAwaited(DateTimeOffset Time) : Transition
{
    /// <inheritdoc/>
    public override TransitionType Type => TransitionType.StartPermitAwaited;
}
