using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>The records of one run in a journal record, read in place.</summary>
/// <param name="runId">The run.</param>
/// <param name="starts">The workflow, when the run starts here.</param>
/// <param name="recordCount">Number of records.</param>
/// <param name="records">The encoded records.</param>
/// <param name="isAhead">True when they count only if a section of the run without this mark follows.</param>
/// <param name="isAfterClose">True when the run had closed before the first of them was recorded.</param>
internal readonly ref struct JournalSection(RunId runId, WorkflowKey? starts, int recordCount, ReadOnlySpan<byte> records, bool isAhead, bool isAfterClose)
{
    public RunId RunId { get; } = runId;

    public WorkflowKey? Starts { get; } = starts;

    public int RecordCount { get; } = recordCount;

    public ReadOnlySpan<byte> Records { get; } = records;

    public bool IsAhead { get; } = isAhead;

    public bool IsAfterClose { get; } = isAfterClose;
}
