using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>A signal came: its handler is called when the code before it has run, which may set the handler.</summary>
internal static class SignalJob
{
    public static void Apply(WorkflowRun run, HistoryEvent recorded)
    {
        var attributes = (WorkflowExecutionSignaled)recorded.Attributes;
        run.Scheduler.Enqueue(_ => run.Signals.Take(attributes), null);
    }
}
