using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>A signal came: its handler is called.</summary>
internal static class SignalJob
{
    public static void Apply(WorkflowRun run, HistoryEvent recorded)
    {
        var attributes = (WorkflowExecutionSignaled)recorded.Attributes;
        var signal = run.Definition.Signals.FirstOrDefault(s => string.Equals(s.Name, attributes.SignalName, StringComparison.Ordinal));
        if (signal is null)
        {
            WorkflowLog.SignalUnknown(run.Settings.Logger, attributes.SignalName, run.Key.WorkflowId, run.RunId, run.Definition.Name);
            return;
        }

        run.Scheduler.Enqueue(_ => run.Observe(SignalRoutine.RunAsync(run, signal, attributes.Input)), null);
    }
}
