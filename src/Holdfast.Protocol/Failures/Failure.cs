namespace Holdfast.Protocol;

/// <summary>A failure as it travels between processes and lies in history: a tree linked by <see cref="Cause"/>.</summary>
public sealed record Failure
{
    /// <summary>The message.</summary>
    public required string Message { get; init; }

    /// <summary>What kind of failure it is, with what belongs to the kind.</summary>
    public required FailureInfo Info { get; init; }

    /// <summary>The SDK that made it.</summary>
    public string Source { get; init; } = string.Empty;

    /// <summary>Stack trace of where it arose, or empty.</summary>
    public string StackTrace { get; init; } = string.Empty;

    /// <summary>Message and stack trace in encoded (for example encrypted) form, when a converter hides them.</summary>
    public Payload? EncodedAttributes { get; init; }

    /// <summary>What caused it.</summary>
    public Failure? Cause { get; init; }
}
