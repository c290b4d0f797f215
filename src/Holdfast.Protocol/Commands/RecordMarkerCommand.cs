namespace Holdfast.Protocol;

/// <summary>Records something that only the worker understands.</summary>
public sealed record RecordMarkerCommand : Command
{
    /// <inheritdoc/>
    public override CommandType Type => CommandType.RecordMarker;

    /// <summary>What kind of marker it is; at most 1,000 bytes of UTF-8.</summary>
    public required string MarkerName { get; init; }

    /// <summary>What to write down.</summary>
    public PayloadsMap Details { get; init; } = PayloadsMap.Empty;

    /// <summary>Context passed by interceptors.</summary>
    public PayloadMap Header { get; init; } = PayloadMap.Empty;

    /// <summary>The failure that it records, if it records one.</summary>
    public Failure? Failure { get; init; }
}
