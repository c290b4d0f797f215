using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Ends the run: with a result, a failure, as canceled, or by continuing as new.</summary>
internal sealed class CloseRun(Command command) : OutgoingCommand
{
    public override bool Matches(HistoryEvent recorded) => (command, recorded.Attributes) switch
    {
        (CompleteWorkflowExecutionCommand, WorkflowExecutionCompleted) => true,
        (FailWorkflowExecutionCommand, WorkflowExecutionFailed or WorkflowExecutionContinuedAsNew { Initiator: ContinueAsNewInitiator.Retry }) => true,
        (CancelWorkflowExecutionCommand, WorkflowExecutionCanceled) => true,
        (ContinueAsNewWorkflowExecutionCommand, WorkflowExecutionContinuedAsNew) => true,
        _ => false,
    };

    public override string Describe() => command switch
    {
        CompleteWorkflowExecutionCommand => "completes the workflow",
        FailWorkflowExecutionCommand failed => $"fails the workflow ({failed.Failure.Message})",
        CancelWorkflowExecutionCommand => "ends the workflow as canceled",
        _ => "continues as new",
    };

    protected override Command Build() => command;
}
