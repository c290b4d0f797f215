using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>A workflow is queried.</summary>
/// <param name="Execution">The workflow, and the one run meant; no run for whichever is current.</param>
/// <param name="Query">The query's name.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="Options">How it is asked.</param>
public sealed record QueryWorkflowInput(WorkflowExecution Execution, string Query, IReadOnlyList<CallArgument> Arguments, WorkflowQueryOptions Options)
{
    /// <summary>What goes along to the workflow's interceptors. Passes the codecs.</summary>
    public PayloadMap Headers { get; init; } = PayloadMap.Empty;

    internal void Validate()
    {
        RequestText.Require(Query, "The query's name");
        Options.Validate();
    }
}
