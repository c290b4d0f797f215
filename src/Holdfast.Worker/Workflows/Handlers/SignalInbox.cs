using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Brings signals to their handlers in the order of history. One that has no handler is kept until the code sets one.</summary>
internal sealed class SignalInbox(WorkflowRun run)
{
    /// <summary>Most signals kept: as many as a run may receive in all. More are dropped and logged, since no sender may stop a run.</summary>
    private const int MaximumKept = 10_000;

    private readonly List<WorkflowExecutionSignaled> _kept = [];

    /// <summary>True when no signal is kept.</summary>
    public bool IsEmpty => _kept.Count == 0;

    /// <summary>Names of the signals that have no handler, for a warning.</summary>
    public IReadOnlyList<string> UnhandledNames => [.. _kept.Select(s => s.SignalName).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>A signal came.</summary>
    public void Take(WorkflowExecutionSignaled signal)
    {
        if (_kept.Count < MaximumKept)
        {
            _kept.Add(signal);
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
        if (_kept.Count > 0)
        {
            run.Scheduler.Enqueue(static state => ((SignalInbox)state!).HandOut(), this);
        }
    }

    private void HandOut()
    {
        // A handler may set others, so each signal is looked at anew.
        for (var i = 0; i < _kept.Count;)
        {
            var signal = _kept[i];
            if (run.Registry.Signals.Find(signal.SignalName) is not { } handler)
            {
                i++;
                continue;
            }

            _kept.RemoveAt(i);
            i = 0;
            run.Observe(SignalRoutine.RunAsync(run, handler, signal));
            run.Scheduler.BeginPiece();
        }
    }
}
