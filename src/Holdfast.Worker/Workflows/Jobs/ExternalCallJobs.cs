using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>What became of signals and requests to cancel that went to other workflows. Those of a child that was canceled by its token have a job of their own.</summary>
internal static class ExternalCallJobs
{
    public static void Signaled(WorkflowRun run, HistoryEvent recorded)
    {
        var attributes = (ExternalWorkflowExecutionSignaled)recorded.Attributes;
        Take(run, recorded, attributes.InitiatedEventId).Delivered();
    }

    public static void SignalFailed(WorkflowRun run, HistoryEvent recorded)
    {
        var attributes = (SignalExternalWorkflowExecutionFailed)recorded.Attributes;
        Take(run, recorded, attributes.InitiatedEventId).Fail(Failure(
            $"Workflow '{attributes.Execution}' could not be signaled: {Describe(attributes.Cause)}.",
            attributes.Cause.ToString()));
    }

    public static void CancelDelivered(WorkflowRun run, HistoryEvent recorded)
    {
        var attributes = (ExternalWorkflowExecutionCancelRequested)recorded.Attributes;
        if (run.Pending.ExternalCalls.Remove(attributes.InitiatedEventId, out var call))
        {
            call.Delivered();
        }
        else
        {
            ChildCancelDeliveredJob.Apply(run, recorded);
        }
    }

    public static void CancelFailed(WorkflowRun run, HistoryEvent recorded)
    {
        var attributes = (RequestCancelExternalWorkflowExecutionFailed)recorded.Attributes;
        if (run.Pending.ExternalCalls.Remove(attributes.InitiatedEventId, out var call))
        {
            call.Fail(Failure($"Workflow '{attributes.Execution}' could not be asked to cancel: {attributes.Cause}.", attributes.Cause));
        }
        else
        {
            ChildCancelFailedJob.Apply(run, recorded);
        }
    }

    private static PendingExternalCall Take(WorkflowRun run, HistoryEvent recorded, long initiatedEventId) =>
        run.Pending.ExternalCalls.Remove(initiatedEventId, out var call)
            ? call
            : throw NonDeterminism.UnknownPending(recorded, $"the signal of event {initiatedEventId}");

    private static string Describe(SignalExternalWorkflowExecutionFailedCause cause) => cause switch
    {
        SignalExternalWorkflowExecutionFailedCause.ExternalWorkflowExecutionNotFound => "there is no such workflow, or it is closed",
        SignalExternalWorkflowExecutionFailedCause.NamespaceNotFound => "there is no such namespace",
        SignalExternalWorkflowExecutionFailedCause.SignalCountLimitExceeded => "it has received as many signals as it may",
        _ => cause.ToString(),
    };

    private static ApplicationFailureException Failure(string message, string type) => new(message, type, nonRetryable: true);
}
