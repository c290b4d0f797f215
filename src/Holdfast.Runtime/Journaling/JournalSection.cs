using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>The records of one run in a journal record.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Starts">The workflow, when the run starts here.</param>
/// <param name="RecordCount">Number of records.</param>
/// <param name="Records">The encoded records.</param>
/// <param name="IsAhead">True when they count only if a section of the run without this mark follows.</param>
internal readonly record struct JournalSection(RunId RunId, WorkflowKey? Starts, int RecordCount, byte[] Records, bool IsAhead);
