namespace Holdfast.Protocol;

/// <summary>The run was reset: another has a part of its history, and its children.</summary>
/// <param name="NewRunId">The run that came of the reset.</param>
public sealed record RunSuperseded(RunId NewRunId) : Transition
{
    /// <inheritdoc/>
    public override TransitionType Type => TransitionType.RunSuperseded;
}
