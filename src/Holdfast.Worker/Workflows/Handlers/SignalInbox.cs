using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Brings signals to their handlers in the order of history. One that has no handler is kept until the code sets one.</summary>
internal sealed class SignalInbox(WorkflowRun run)
{
    /// <summary>Most signals kept: as many as a run may receive in all. More are dropped and logged, since no sender may stop a run.</summary>
    private const int MaximumKept = 10_000;

    private readonly List<WorkflowExecutionSignaled> kept = [];

    /// <summary>True when no signal is kept.</summary>
    public bool IsEmpty => kept.Count == 0;

    /// <summary>Names of the signals that have no handler, for a warning.</summary>
    public IReadOnlyList<string> UnhandledNames => [.. kept.Select(s => s.SignalName).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>A signal came.</summary>
    public void Take(WorkflowExecutionSignaled signal)
    {
        if (kept.Count < MaximumKept)
        {
            kept.Add(signal);
            HandOut();
        }
        else
        {
            WorkflowLog.SignalInboxFull(run.Settings.Logger, signal.SignalName, run.Key.WorkflowId, run.RunId, MaximumKept);
        }
    }

    /// <summary>A handler was set: what waited for it is next, before any signal that comes later.</summary>
    public void HandlerSet()
    {
        if (kept.Count > 0)
        {
            run.Scheduler.Enqueue(static state => ((SignalInbox)state!).HandOut(), this);
        }
    }

    private void HandOut()
    {
        // A handler may set others, so each signal is looked at anew.
        for (var i = 0; i < kept.Count;)
        {
            var signal = kept[i];
            if (run.Registry.Signals.Find(signal.SignalName) is not { } handler)
            {
                i++;
                continue;
            }

            kept.RemoveAt(i);
            i = 0;
            run.Observe(SignalRoutine.RunAsync(run, handler, signal));
            run.Scheduler.BeginPiece();
        }
    }
}
