using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>What an owner's memory adds to a listing.</summary>
/// <param name="Matches">Runs that match, in the order of the listing, at most a page.</param>
/// <param name="Known">Runs of which memory has something newer than the settled store, whether they match or not.</param>
internal sealed record HotRuns(IReadOnlyList<WorkflowExecutionInfo> Matches, IReadOnlyList<RunId> Known);
