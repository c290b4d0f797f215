using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>What an event means, and the job that it becomes.</summary>
internal sealed record EventJob(EventRole Role, Action<WorkflowRun, HistoryEvent>? Apply)
{
    public static readonly EventJob Ignored = new(EventRole.Ignored, null);

    public static readonly EventJob Recorded = new(EventRole.Recorded, null);
}
