namespace Holdfast.Protocol;

/// <summary>What a worker says about an update.</summary>
public abstract record UpdateMessage
{
    private UpdateMessage()
    {
    }

    /// <summary>The update.</summary>
    public required string UpdateId { get; init; }

    /// <summary>The validator let it in.</summary>
    public sealed record Accepted : UpdateMessage;

    /// <summary>The validator refused it; it leaves no trace in history.</summary>
    public sealed record Rejected : UpdateMessage
    {
        /// <summary>Why.</summary>
        public required Failure Failure { get; init; }
    }

    /// <summary>Its handler ended. Exactly one of <see cref="Result"/> and <see cref="Failure"/> is set.</summary>
    public sealed record Completed : UpdateMessage
    {
        /// <summary>The result (empty when there is none); null when it failed.</summary>
        public Payloads? Result { get; init; }

        /// <summary>Why it failed; null when it gave a result.</summary>
        public Failure? Failure { get; init; }
    }
}
