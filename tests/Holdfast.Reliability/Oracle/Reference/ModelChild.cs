using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <summary>A child that has not ended, as its parent sees it.</summary>
/// <param name="WorkflowId">Its ID.</param>
/// <param name="First">The first run of its chain.</param>
/// <param name="Policy">What becomes of it when its parent closes.</param>
/// <param name="CancellationType">What its parent's code waits for when it cancels it.</param>
internal sealed record ModelChild(string WorkflowId, ModelRun First, ParentClosePolicy Policy, ChildWorkflowCancellationType CancellationType)
{
    /// <summary>The parent's code waits for it no more.</summary>
    public bool IsGivenUp { get; set; }

    public bool IsCanceled { get; set; }
}
