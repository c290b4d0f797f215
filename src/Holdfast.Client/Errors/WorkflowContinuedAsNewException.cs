using Holdfast.Protocol;

namespace Holdfast;

/// <summary>The run continued as a new one, and its result was asked for without following (code HF1008).</summary>
public sealed class WorkflowContinuedAsNewException : WorkflowException
{
    internal WorkflowContinuedAsNewException(WorkflowExecution execution, RunId newRunId)
        : base(ErrorCodes.RunContinuedAsNew, execution, $"Workflow '{execution}' continued as new run {newRunId}. Ask that run, or let ResultAsync follow runs.", innerException: null) => NewRunId = newRunId;

    /// <summary>The run that took over.</summary>
    public RunId NewRunId { get; }
}
