namespace Holdfast.Protocol;

/// <summary>A request was taken that found everything as it asks for: it changed nothing, and is remembered so that it changes nothing when it comes again.</summary>
/// <param name="RequestId">The request.</param>
public sealed record RequestNoted(string RequestId) : Transition
{
    /// <inheritdoc/>
    public override TransitionType Type => TransitionType.RequestNoted;
}
