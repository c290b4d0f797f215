using System.Text.Json;

namespace Holdfast.Agents;

/// <summary>A decision about a tool call. Best made from the <see cref="ApprovalRequest"/> that was decided on.</summary>
public sealed record ApprovalResolution
{
    /// <summary>The call.</summary>
    public required string CallId { get; init; }

    /// <summary>The hash of the arguments that were decided on, as the request gave it.</summary>
    public required string ArgumentsHash { get; init; }

    /// <summary>The decision.</summary>
    public required ApprovalDecision Decision { get; init; }

    /// <summary>For a rejection: why, for the model to read.</summary>
    public string? Message { get; init; }

    /// <summary>For an edit: the arguments to use; a JSON object.</summary>
    public JsonElement? Arguments { get; init; }

    /// <summary>Who decided, for the record.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>Checks that this decides about a request.</summary>
    /// <exception cref="Holdfast.Protocol.HoldfastException"><see cref="Holdfast.Protocol.ErrorCodes.ApprovalMismatch"/> saying what does not fit.</exception>
    public void ThrowIfNotFor(ApprovalRequest request) => ApprovalRules.Check(this, request);
}
