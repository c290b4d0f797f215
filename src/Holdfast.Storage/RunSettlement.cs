using Holdfast.Protocol;

namespace Holdfast.Storage;

/// <summary>What is to be written of a run.</summary>
public sealed record RunSettlement
{
    /// <summary>What listing shows.</summary>
    public required WorkflowExecutionInfo Info { get; init; }

    /// <summary>The journal position up to which (inclusive) the run's records are in the store after this settlement.</summary>
    public required long CoveredLsn { get; init; }

    /// <summary>First run of the chain.</summary>
    public required RunId FirstExecutionRunId { get; init; }

    /// <summary>Request ID of the start.</summary>
    public required string StartRequestId { get; init; }

    /// <summary>When the engine must look at the run next by itself (its earliest timer); null when only a message wakes it, or it is closed.</summary>
    public DateTimeOffset? NextWakeUp { get; init; }

    /// <summary>True when the run is closed and its parent has not yet recorded that.</summary>
    public bool OwesParentNotification { get; init; }

    /// <summary>What limits on starts must know of the run; null when they do not count it, or it is closed.</summary>
    public StartPermit? StartPermit { get; init; }

    /// <summary>Number of records the store already holds of this run; the new ones are appended behind them. 0 for a first settlement.</summary>
    public required long FirstRecordIndex { get; init; }

    /// <summary>Number of records in <see cref="Records"/>.</summary>
    public required long RecordCount { get; init; }

    /// <summary>True when the run had closed, and the store was given that, before the first of the new records was made. False by default.</summary>
    public bool IsAfterClose { get; init; }

    /// <summary>The new records, encoded one after the other as RunRecordCodec writes them.</summary>
    public required ReadOnlyMemory<byte> Records { get; init; }
}
