using Holdfast.Definitions;

namespace Holdfast;

/// <summary>What the caller of a start said.</summary>
internal sealed record StartWorkflowInput(string WorkflowType, IReadOnlyList<CallArgument> Arguments, WorkflowOptions Options)
{
    public void Validate()
    {
        RequestText.Require(WorkflowType, "The workflow type");
        Options.Validate();
    }
}
