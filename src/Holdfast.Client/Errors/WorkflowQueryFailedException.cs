using Holdfast.Protocol;

namespace Holdfast;

/// <summary>The query was rejected, or its handler threw (code HF1005).</summary>
public sealed class WorkflowQueryFailedException : WorkflowException
{
    internal WorkflowQueryFailedException(WorkflowExecution execution, string query, HoldfastException refusal, string reason)
        : base(refusal.Code, execution, $"Query '{query}' of workflow '{execution}' failed. ({reason})", refusal) => Query = query;

    /// <summary>The query's name.</summary>
    public string Query { get; }
}
