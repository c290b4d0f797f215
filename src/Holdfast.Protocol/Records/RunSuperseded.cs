namespace Holdfast.Protocol;

/// <summary>The run was reset: another has a part of its history, and its children.</summary>
/// <param name="NewRunId">The run that came of the reset.</param>
/// <param name="RequestId">The request to reset it: when it is sent again, it changes nothing.</param>
public sealed record RunSuperseded(RunId NewRunId, string RequestId) : Transition
{
    /// <inheritdoc/>
    public override TransitionType Type => TransitionType.RunSuperseded;
}
