using Holdfast.Engine;
using Microsoft.Extensions.Logging;

namespace Holdfast.Runtime;

/// <summary>Warns when a run has grown large: logged and counted once for each crossing of a limit.</summary>
internal sealed class SizeWarnings(EngineLimits limits, RunInstruments instruments, ILogger logger)
{
    /// <summary>A step has added to a run's history.</summary>
    /// <param name="run">The run.</param>
    /// <param name="bytesBefore">Encoded size of its history before.</param>
    /// <param name="eventsBefore">Events of its history before; 0 when it begins with this step.</param>
    public void Note(RunEntry run, long bytesBefore, long eventsBefore)
    {
        var (bytes, events) = (run.History.Bytes, run.State.NextEventId - 1);
        if (bytes - bytesBefore >= limits.StepBytesWarning)
        {
            Warn(run, "step", bytes - bytesBefore, limits.StepBytesWarning);
        }

        if (bytes >= limits.HistoryBytesWarning && bytesBefore < limits.HistoryBytesWarning)
        {
            Warn(run, "history", bytes, limits.HistoryBytesWarning);
        }

        if (events >= limits.HistoryEventsWarning && eventsBefore < limits.HistoryEventsWarning)
        {
            Warn(run, "events", events, limits.HistoryEventsWarning);
        }

        if (eventsBefore == 0)
        {
            NoteMemo(run);
        }
    }

    private void NoteMemo(RunEntry run)
    {
        var bytes = 0L;
        foreach (var (name, payload) in run.State.Memo)
        {
            bytes += name.Length + payload.Data.Length;
        }

        if (bytes >= limits.MemoBytesWarning)
        {
            Warn(run, "memo", bytes, limits.MemoBytesWarning);
        }
    }

    private void Warn(RunEntry run, string what, long size, long limit)
    {
        OwnerLog.GrownLarge(logger, run.State.WorkflowType, run.Workflow.WorkflowId, run.RunId, what, size, limit);
        instruments.NoteGrownLarge(run.State, what);
    }
}
