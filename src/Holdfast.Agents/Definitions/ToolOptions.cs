namespace Holdfast.Agents;

/// <summary>How an agent's tool is called.</summary>
public sealed record ToolOptions
{
    /// <summary>True when every call must be approved first. Default false. A function wrapped in Microsoft.Extensions.AI's ApprovalRequiredAIFunction always must.</summary>
    public bool NeedsApproval { get; init; }

    /// <summary>Says of a single call whether it must be approved first; asked on the host, after the arguments were checked. A rule that throws counts as yes. Default: none.</summary>
    public Func<ToolCallFacts, bool>? ApprovalRule { get; init; }

    /// <summary>Timeouts and retries. Default <see cref="CallOptions.ToolDefaults"/>.</summary>
    public CallOptions Call { get; init; } = CallOptions.ToolDefaults;

    /// <summary>True when an effect must never happen twice and the idempotency key is no help: one attempt, whatever the retry policy says. Default false.</summary>
    public bool AtMostOnce { get; init; }

    /// <summary>True to show the model the messages of all exceptions that the tool throws. Default false: it sees those of <see cref="ToolException"/> alone.</summary>
    public bool ShowsErrors { get; init; }

    internal CallOptions EffectiveCall => AtMostOnce
        ? Call with { RetryPolicy = (Call.RetryPolicy ?? Holdfast.Protocol.RetryPolicy.Default) with { MaximumAttempts = 1 } }
        : Call;
}
