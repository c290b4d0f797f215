using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Ends a workflow task under which more has happened than may be buffered: it fails, what was buffered becomes history, and another task shows it.</summary>
internal static class BufferLimit
{
    internal static void Enforce(RunState state, RunStep step)
    {
        var buffered = state.BufferedEvents;
        if (buffered.Count == 0 || state.WorkflowTask is not { IsStarted: true })
        {
            return;
        }

        if (buffered.Count > step.Limits.BufferedEvents || buffered.Bytes > step.Limits.BufferedBytes)
        {
            var problem = string.Create(CultureInfo.InvariantCulture, $"{buffered.Count} events of {buffered.Bytes} bytes came while the workflow task was running; at most {step.Limits.BufferedEvents} events and {step.Limits.BufferedBytes} bytes may wait for its end.");
            WorkflowTaskFailures.Fail(state, WorkflowTaskFailedCause.ForceCloseCommand, EngineFailures.TooMuchBuffered(problem), EngineFailures.Source, step);
        }
    }
}
