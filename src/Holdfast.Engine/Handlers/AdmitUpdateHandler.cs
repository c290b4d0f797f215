using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Takes an update in, or attaches the caller to the one of that ID.</summary>
internal static class AdmitUpdateHandler
{
    internal static void Handle(RunState state, AdmitUpdate message, RunStep step)
    {
        if (UpdateReports.OfAccepted(state, message.Update.UpdateId) is { } known)
        {
            step.Emit(known);
        }
        else if (state.Updates.FindAdmitted(message.Update.UpdateId) is null)
        {
            AdmitNew(state, message.Update, step);
        }
    }

    private static void AdmitNew(RunState state, UpdateRequest update, RunStep step)
    {
        if (Problem(state, update, step.Limits) is { } problem)
        {
            step.Reject(problem.Code, problem.Message);
            return;
        }

        state.Updates.Admit(update);
        WorkflowTasks.EnsureForUpdates(state, step);
    }

    private static Rejection? Problem(RunState state, UpdateRequest update, EngineLimits limits)
    {
        if (state.IsClosed)
        {
            return new(ErrorCodes.RunClosed, "The run is closed.");
        }

        if (state.IsPaused)
        {
            return new(ErrorCodes.RunPaused, "The run is paused and takes no updates. Unpause it, or send the update again later.");
        }

        if (state.Updates.InFlightCount >= limits.UpdatesInFlight)
        {
            return new(ErrorCodes.ResourceExhausted, string.Create(CultureInfo.InvariantCulture, $"The run has {state.Updates.InFlightCount} updates in flight, the most it may. Try again when one has ended."));
        }

        if (state.Updates.InFlightBytes + SizeRules.Bytes(update.Input) > limits.UpdateBytesInFlight)
        {
            return new(ErrorCodes.ResourceExhausted, string.Create(CultureInfo.InvariantCulture, $"The input of the run's updates in flight would have more than {limits.UpdateBytesInFlight} bytes. Try again when one has ended."));
        }

        if (state.Updates.TotalCount >= limits.Updates)
        {
            return new(ErrorCodes.LimitExceeded, string.Create(CultureInfo.InvariantCulture, $"The run has taken {state.Updates.TotalCount} updates, the most it may. Let the workflow continue as new before that."));
        }

        return SizeRules.NameProblem("The update ID", update.UpdateId, limits)
            ?? SizeRules.NameProblem("The update name", update.Name, limits)
            ?? SizeRules.PayloadProblem("The update's input", update.Input, update.Header, limits);
    }
}
