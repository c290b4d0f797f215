using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Changes the run's priority; records nothing when it is what it was.</summary>
internal static class UpdateRunOptionsHandler
{
    private static readonly Priority None = new();

    internal static void Handle(RunState state, UpdateRunOptions message, RunStep step)
    {
        if (Problem(message, step.Limits) is { } problem)
        {
            step.Reject(problem.Code, problem.Message);
            return;
        }

        var priority = PriorityRules.Changed(state.Priority ?? None, message.Priority ?? state.Started.Priority ?? None, message.PriorityFields);
        if (priority == (state.Priority ?? None))
        {
            return;
        }

        Happenings.Record(state, new WorkflowExecutionOptionsUpdated { Priority = priority, Identity = message.Identity }, step);
        if (state.WorkflowTask is { IsStarted: false })
        {
            WorkflowTasks.MakeDurable(state, step); // the events of a speculative task would no longer come next
        }
    }

    private static Rejection? Problem(UpdateRunOptions message, EngineLimits limits) => PriorityRules.Problem(message.Priority) is { } problem
        ? new(ErrorCodes.InvalidArgument, problem)
        : SizeRules.LengthProblem("The identity", message.Identity, limits);
}
