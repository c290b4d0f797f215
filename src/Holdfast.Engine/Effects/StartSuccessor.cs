namespace Holdfast.Engine;

/// <summary>The run continued as new (or is retried): start the successor in the same journal record. Not gated: it is part of the step.</summary>
/// <param name="Start">The message that starts it.</param>
public sealed record StartSuccessor(StartRun Start) : Effect
{
    /// <inheritdoc/>
    public override bool IsGated => false;
}
