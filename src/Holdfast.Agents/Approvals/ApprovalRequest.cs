using System.Text.Json;

namespace Holdfast.Agents;

/// <summary>A tool call that waits for an approval.</summary>
public sealed record ApprovalRequest
{
    /// <summary>The agent.</summary>
    public required string Agent { get; init; }

    /// <summary>The call's ID in the transcript.</summary>
    public required string CallId { get; init; }

    /// <summary>The tool.</summary>
    public required string Tool { get; init; }

    /// <summary>The arguments: a JSON object that fits the tool's schema.</summary>
    public required JsonElement Arguments { get; init; }

    /// <summary>SHA-256 of the arguments in canonical form. A decision repeats it, and so is bound to the call that was seen.</summary>
    public required string ArgumentsHash { get; init; }

    /// <summary>Which model call of the run asked for it, from 1.</summary>
    public required int Step { get; init; }

    /// <summary>Since when it waits.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>The decision to make the call as it is.</summary>
    /// <param name="decidedBy">Who decided, for the record.</param>
    public ApprovalResolution Approve(string? decidedBy = null) => Resolve(ApprovalDecision.Approve) with { DecidedBy = decidedBy };

    /// <summary>The decision not to make the call.</summary>
    /// <param name="message">Why, for the model to read.</param>
    /// <param name="decidedBy">Who decided, for the record.</param>
    public ApprovalResolution Reject(string? message = null, string? decidedBy = null) => Resolve(ApprovalDecision.Reject) with { Message = message, DecidedBy = decidedBy };

    /// <summary>The decision to make the call with other arguments. The model is told.</summary>
    /// <param name="arguments">A JSON object that fits the tool's schema.</param>
    /// <param name="decidedBy">Who decided, for the record.</param>
    public ApprovalResolution Edit(JsonElement arguments, string? decidedBy = null) => Resolve(ApprovalDecision.Edit) with { Arguments = arguments, DecidedBy = decidedBy };

    private ApprovalResolution Resolve(ApprovalDecision decision) => new() { CallId = CallId, ArgumentsHash = ArgumentsHash, Decision = decision };
}
