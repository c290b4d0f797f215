namespace Holdfast.Protocol;

/// <summary>Speaks about an update: accepts, rejects or completes it, in order with the other commands.</summary>
public sealed record ProtocolMessageCommand : Command
{
    /// <inheritdoc/>
    public override CommandType Type => CommandType.ProtocolMessage;

    /// <summary>What is said.</summary>
    public required UpdateMessage Message { get; init; }
}
