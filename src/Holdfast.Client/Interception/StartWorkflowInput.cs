using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>A workflow is started.</summary>
/// <param name="WorkflowType">The workflow type.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="Options">How it is started; with interceptors workflow ID and request ID are always there.</param>
public sealed record StartWorkflowInput(string WorkflowType, IReadOnlyList<CallArgument> Arguments, WorkflowOptions Options)
{
    /// <summary>What goes along to the workflow's interceptors. Passes the codecs.</summary>
    public PayloadMap Headers { get; init; } = PayloadMap.Empty;

    internal void Validate()
    {
        RequestText.Require(WorkflowType, "The workflow type");
        Options.Validate();
    }
}
