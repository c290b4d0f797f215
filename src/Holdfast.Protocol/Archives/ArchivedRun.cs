namespace Holdfast.Protocol;

/// <summary>A closed run with all its records.</summary>
/// <param name="Workflow">The workflow.</param>
/// <param name="RunId">The run.</param>
/// <param name="Records">All its encoded records, in chunks, in order.</param>
public sealed record ArchivedRun(WorkflowKey Workflow, RunId RunId, IReadOnlyList<ReadOnlyMemory<byte>> Records);
