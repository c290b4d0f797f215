using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Cancellation of the run was requested: its token is canceled.</summary>
internal static class CancelRunJob
{
    public static void Apply(WorkflowRun run, HistoryEvent recorded) => run.Cancellation.Request();
}
