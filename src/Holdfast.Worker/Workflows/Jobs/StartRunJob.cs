using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>The run begins: its code is started.</summary>
internal static class StartRunJob
{
    public static void Apply(WorkflowRun run, HistoryEvent recorded)
    {
        var attributes = (WorkflowExecutionStarted)recorded.Attributes;
        run.Start = recorded;
        run.Noted.Begin(attributes);
        run.BeginInterception();
        run.Scheduler.Enqueue(_ => run.Observe(MainRoutine.RunAsync(run, attributes.Input)), null);
    }
}
