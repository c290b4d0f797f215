using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Terminates a run whose history has grown beyond its limit.</summary>
internal static class HistoryLimit
{
    internal static void Enforce(RunState state, RunStep step)
    {
        if (state.Phase != RunPhase.Open || step.Records.Count == 0 || state.AwaitsMoreOfBranch)
        {
            return;
        }

        var events = state.NextEventId - 1 + state.BufferedEvents.Count;
        if (events >= step.Limits.HistoryEvents)
        {
            Terminate(state, string.Create(CultureInfo.InvariantCulture, $"History has {events} events; the limit is {step.Limits.HistoryEvents}. Continue as new before that."), step);
        }
        else if (state.HistorySizeBytes >= step.Limits.HistoryBytes)
        {
            Terminate(state, string.Create(CultureInfo.InvariantCulture, $"History has {state.HistorySizeBytes} bytes; the limit is {step.Limits.HistoryBytes}. Continue as new before that."), step);
        }
    }

    private static void Terminate(RunState state, string reason, RunStep step) =>
        RunClosing.CloseByForce(state, new WorkflowExecutionTerminated { Reason = reason, Identity = EngineFailures.Source }, step);
}
