namespace Holdfast.Protocol;

/// <summary>The parent of a closed child run has durably recorded how the child ended (or is gone); the child owes it nothing more.</summary>
public sealed record ParentNotified : Transition
{
    /// <inheritdoc/>
    public override TransitionType Type => TransitionType.ParentNotified;
}
