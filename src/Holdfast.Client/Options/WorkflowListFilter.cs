using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Which runs to list. What is set must all match; nothing set means every run of the namespace.</summary>
public sealed record WorkflowListFilter
{
    /// <summary>Runs fetched at a time unless told otherwise: 100.</summary>
    public const int DefaultPageSize = 100;

    /// <summary>Most runs fetched at a time: 1,000.</summary>
    public const int MaximumPageSize = 1_000;

    /// <summary>A condition in the language of list filters; must hold beside the others. Default: none.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>Only runs of this workflow type.</summary>
    public string? WorkflowType { get; init; }

    /// <summary>Only runs of this workflow ID.</summary>
    public string? WorkflowId { get; init; }

    /// <summary>Only runs whose workflow ID begins so.</summary>
    public string? WorkflowIdPrefix { get; init; }

    /// <summary>Only runs in this state.</summary>
    public WorkflowExecutionStatus? Status { get; init; }

    /// <summary>True to list the runs of the archive instead of those that are kept. Default false.</summary>
    public bool Archived { get; init; }

    /// <summary>Runs fetched at a time; it does not limit how many are listed. Default 100; 1 to 1,000.</summary>
    public int PageSize { get; init; } = DefaultPageSize;

    internal void Validate()
    {
        RequestText.RequireWhenGiven(WorkflowType, "WorkflowListFilter.WorkflowType");
        RequestText.RequireWhenGiven(WorkflowId, "WorkflowListFilter.WorkflowId");
        RequestText.RequireWhenGiven(WorkflowIdPrefix, "WorkflowListFilter.WorkflowIdPrefix");
        if (PageSize is < 1 or > MaximumPageSize)
        {
            throw new HoldfastException(ErrorCodes.InvalidArgument, $"WorkflowListFilter.PageSize is {PageSize}; it must be 1 to {MaximumPageSize}.");
        }
    }
}
