using Holdfast.Protocol;

namespace Holdfast.Storage;

/// <summary>Counts runs in memory.</summary>
public static class RunCounting
{
    /// <summary>The number of runs of each group; one group when the attribute is null.</summary>
    public static IEnumerable<RunCount> Of(IEnumerable<WorkflowExecutionInfo> runs, FilterAttribute? groupBy) =>
        runs.GroupBy(r => groupBy is null ? null : RunAttributes.Of(r, groupBy) is [var value, ..] ? value : null).Select(g => new RunCount(g.Key, g.LongCount()));
}
