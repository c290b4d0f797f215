using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>A signal becomes an event once for each request ID.</summary>
internal static class SignalRunHandler
{
    internal static void Handle(RunState state, SignalRun message, RunStep step)
    {
        if (state.HasSeenRequest(message.RequestId))
        {
            return;
        }

        if (Problem(state, message, step.Limits) is { } problem)
        {
            step.Reject(problem.Code, problem.Message);
            return;
        }

        var signaled = new WorkflowExecutionSignaled
        {
            SignalName = message.SignalName,
            Input = message.Input,
            Header = message.Header,
            Identity = message.Identity,
            RequestId = message.RequestId,
        };
        Happenings.Record(state, signaled, step);
        if (message.EndsFirstDelay || state.FirstWorkflowTaskTime is null)
        {
            WorkflowTasks.Ensure(state, step);
        }
    }

    private static Rejection? Problem(RunState state, SignalRun message, EngineLimits limits)
    {
        if (state.SignalCount >= limits.Signals)
        {
            return new(ErrorCodes.LimitExceeded, string.Create(CultureInfo.InvariantCulture, $"The run has received {state.SignalCount} signals, the most it may. Let the workflow continue as new before that."));
        }

        return SizeRules.NameProblem("The signal name", message.SignalName, limits)
            ?? SizeRules.LengthProblem("The request ID", message.RequestId, limits)
            ?? SizeRules.PayloadProblem("The signal's input", message.Input, message.Header, limits);
    }
}
