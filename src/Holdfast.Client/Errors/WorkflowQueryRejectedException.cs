using Holdfast.Protocol;

namespace Holdfast;

/// <summary>The query was not asked, because the run's state is one that the reject condition names (code HF1030).</summary>
public sealed class WorkflowQueryRejectedException : WorkflowException
{
    internal WorkflowQueryRejectedException(WorkflowExecution execution, string query, HoldfastException refusal)
        : base(refusal.Code, execution, $"Query '{query}' of workflow '{execution}' was not asked. ({refusal.Message})", refusal) => Query = query;

    /// <summary>The query's name.</summary>
    public string Query { get; }
}
