using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>What the asker of a query said.</summary>
internal sealed record QueryWorkflowInput(WorkflowExecution Execution, string Query, IReadOnlyList<CallArgument> Arguments, WorkflowQueryOptions Options)
{
    public void Validate()
    {
        RequestText.Require(Query, "The query's name");
        Options.Validate();
    }
}
