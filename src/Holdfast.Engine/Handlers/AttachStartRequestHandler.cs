using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Notes the request ID of a start that uses this run.</summary>
internal static class AttachStartRequestHandler
{
    internal static void Handle(RunState state, AttachStartRequest message, RunStep step)
    {
        if (state.HasSeenRequest(message.RequestId))
        {
            return;
        }

        if (SizeRules.NameProblem("The request ID", message.RequestId, step.Limits) is { } problem)
        {
            step.Reject(problem.Code, problem.Message);
            return;
        }

        Happenings.Record(state, new WorkflowExecutionOptionsUpdated { AttachedRequestId = message.RequestId, Identity = message.Identity }, step);
        if (state.WorkflowTask is { IsStarted: false })
        {
            WorkflowTasks.MakeDurable(state, step); // the events of a speculative task would no longer come next
        }
    }
}
