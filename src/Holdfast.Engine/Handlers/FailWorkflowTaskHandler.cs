using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Workflow code could not be run; it is tried again.</summary>
internal static class FailWorkflowTaskHandler
{
    internal static void Handle(RunState state, FailWorkflowTask message, RunStep step)
    {
        if (state.WorkflowTask is not { IsStarted: true } task || task.StartedEventId != message.StartedEventId || task.Attempt != message.Attempt)
        {
            step.Reject(ErrorCodes.StaleAttempt, "The workflow task named is not the one under way.");
            return;
        }

        var failure = FailureRules.Shortened(message.Failure, step.Limits);
        WorkflowTaskFailures.Fail(state, message.Cause, failure, message.Identity, step);
    }
}
