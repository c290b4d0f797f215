using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Why a run closed without a result.</summary>
internal sealed record CloseFailure(WorkflowExecutionStatus Status, RetryState RetryState, Failure Failure)
{
    /// <summary>Reads a close event that carries no result.</summary>
    public static CloseFailure Of(EventAttributes closeEvent) => closeEvent switch
    {
        WorkflowExecutionFailed failed => new(WorkflowExecutionStatus.Failed, failed.RetryState, failed.Failure),
        WorkflowExecutionTimedOut timedOut => new(WorkflowExecutionStatus.TimedOut, timedOut.RetryState, TimedOut),
        WorkflowExecutionCanceled canceled => new(WorkflowExecutionStatus.Canceled, RetryState.Unspecified, Canceled(canceled)),
        WorkflowExecutionTerminated terminated => new(WorkflowExecutionStatus.Terminated, RetryState.Unspecified, Terminated(terminated)),
        _ => throw new HoldfastException(ErrorCodes.InvariantBroken, $"The engine gave {closeEvent.Type} as a close event. This is a defect of Holdfast; please report it with this message."),
    };

    private static Failure TimedOut => new() { Message = "The workflow timed out.", Info = new FailureInfo.Timeout(TimeoutType.StartToClose, Payloads.Empty) };

    private static Failure Canceled(WorkflowExecutionCanceled canceled) => new() { Message = "The workflow was canceled.", Info = new FailureInfo.Canceled(canceled.Details) };

    private static Failure Terminated(WorkflowExecutionTerminated terminated) =>
        new() { Message = terminated.Reason.Length > 0 ? terminated.Reason : "The workflow was terminated.", Info = new FailureInfo.Terminated() };
}
