using Holdfast.Protocol;

namespace Holdfast;

/// <summary>How a query is asked.</summary>
public sealed record WorkflowQueryOptions
{
    /// <summary>In which states of the run the query is refused. Default: in none.</summary>
    public QueryRejectCondition RejectCondition { get; init; } = QueryRejectCondition.None;

    internal void Validate()
    {
        if (!Enum.IsDefined(RejectCondition))
        {
            throw new HoldfastException(ErrorCodes.InvalidArgument, $"WorkflowQueryOptions.RejectCondition is {(int)RejectCondition}; use a named QueryRejectCondition.");
        }
    }
}
