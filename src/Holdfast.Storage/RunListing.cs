using Holdfast.Protocol;

namespace Holdfast.Storage;

/// <summary>Which runs are listed, and from where on.</summary>
public sealed record RunListing
{
    /// <summary>The namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>What runs must satisfy, and their order.</summary>
    public ListFilter Filter { get; init; } = ListFilter.Everything;

    /// <summary>The run behind which the page begins, in the order of the listing; null for the first page.</summary>
    public RunId? Behind { get; init; }

    /// <summary>Most runs that are given; 1 to <see cref="ListingLimits.MaximumPageSize"/>.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>True for a run that the listing may show, by namespace, cursor and filter.</summary>
    public bool Shows(WorkflowExecutionInfo run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Namespace == Namespace && IsBehindCursor(run.Execution.RunId) && FilterEvaluator.IsSatisfied(Filter.Condition, run);
    }

    /// <summary>True for a run that stands behind the cursor.</summary>
    public bool IsBehindCursor(RunId runId) => Behind is not { } cursor || (Filter.IsAscending ? runId > cursor : runId < cursor);
}
