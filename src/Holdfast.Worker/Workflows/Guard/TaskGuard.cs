using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Looks at a run after its code has run, for signs that the code used something that is not durable.</summary>
internal static class TaskGuard
{
    private const string Advice =
        "Workflow code runs on its own scheduler and may await only what comes from Workflow.*, activities and child workflows, or tasks made of these. "
        + "Look for Task.Run, Task.Delay, timers, I/O, ConfigureAwait(false) and CancelAsync, and move such work into an activity.";

    /// <summary>Checks the run.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.ForbiddenCall"/>.</exception>
    public static void Check(WorkflowRun run, ForeignCallProbe? probe)
    {
        var symptom = Symptom(run);
        var call = probe?.Culprit();
        if (symptom is null && call is not { IsCertain: true })
        {
            return;
        }

        run.Settings.Suspects.Add(run.RunId);
        throw new HoldfastException(ErrorCodes.ForbiddenCall, Message(run, symptom, call));
    }

    private static string? Symptom(WorkflowRun run)
    {
        if (run.Foreign.Description is { } foreign)
        {
            return foreign;
        }

        if (run.TaskFailure is HoldfastException { Code: var code } && code == ErrorCodes.NotInWorkflow)
        {
            return "Workflow code called Workflow.* from a thread that is not the workflow's.";
        }

        return run.TaskFailure is null && WaitsForNothing(run)
            ? "Workflow code waits, but for nothing durable: no activity, timer, child workflow, condition, signal or update can wake it."
            : null;
    }

    private static bool WaitsForNothing(WorkflowRun run) =>
        !run.Commands.IsClosing
        && run.Pending.Count == 0
        && !run.Registry.TakesMessages
        && (run.Cancellation.IsRequested || !run.Cancellation.IsHeldByUser);

    private static string Message(WorkflowRun run, string? symptom, ForeignCall? call)
    {
        var named = call is null ? string.Empty : $"{call.Describe()} ";
        var next = call is null ? " The next attempt looks for the call and names it." : string.Empty;
        return $"{named}{symptom ?? $"Workflow '{run.Definition.Name}' started work outside its scheduler."} {Advice}{next}";
    }
}
