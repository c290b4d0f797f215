using Holdfast.Journaling;
using Holdfast.Protocol;
using Holdfast.Storage;
using Microsoft.Extensions.Logging;

namespace Holdfast.Runtime;

/// <summary>What every owner of an engine shares.</summary>
internal sealed record OwnerServices
{
    public required Journal Journal { get; init; }

    public required ISettledStore Store { get; init; }

    public required Matching Matching { get; init; }

    public required StartLimits StartLimits { get; init; }

    public required Settler Settler { get; init; }

    public required RetentionSweeper RetentionSweeper { get; init; }

    public required WorkflowScan WorkflowScan { get; init; }

    /// <summary>Null when there is no blob store to sweep.</summary>
    public BlobSweeper? BlobSweeper { get; init; }

    public required NamespaceRegistry Namespaces { get; init; }

    public required ActivityRules Rules { get; init; }

    public required ArchiveReader Archive { get; init; }

    public required RegisteredSearchAttributeTypes SearchAttributeTypes { get; init; }

    public required TimeProvider TimeProvider { get; init; }

    public required EngineInstruments Instruments { get; init; }

    public required ILogger Logger { get; init; }

    /// <summary>Stops the process: it must recover from the log.</summary>
    public required Action<Exception> OnFatal { get; init; }

    /// <summary>Sends a message to the owner of a workflow.</summary>
    public required Action<WorkflowKey, OwnerMessage> Post { get; init; }
}
