using Holdfast.Protocol;
using Holdfast.Storage;

namespace Holdfast.Runtime;

/// <summary>The runs of one owner that are in memory and match a listing.</summary>
internal sealed class ListHotRequest(RunListing listing) : OwnerMessage, IReply
{
    private readonly TaskCompletionSource<HotRuns> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<HotRuns> Completion => _completion.Task;

    public bool IsAbandoned => _completion.Task.IsCompleted;

    public override void Handle(ShardOwner owner)
    {
        List<WorkflowExecutionInfo> matches = [];
        List<RunId> known = [];
        foreach (var run in owner.Directory.Runs)
        {
            if (string.Equals(run.Workflow.Namespace, listing.Namespace, StringComparison.Ordinal) && listing.IsBehindCursor(run.RunId))
            {
                known.Add(run.RunId);
                var info = DescribedRun.Info(run);
                if (listing.Shows(info))
                {
                    matches.Add(info);
                }
            }
        }

        owner.Batches.Gate(GatedEffect.Reply(this, new HotRuns(Page(matches), known)));
    }

    public void Send(object? result) => _completion.TrySetResult((HotRuns)result!);

    public override void Fail(Exception exception) => _completion.TrySetException(exception);

    private List<WorkflowExecutionInfo> Page(List<WorkflowExecutionInfo> matches)
    {
        matches.Sort((left, right) => listing.Filter.IsAscending ? left.Execution.RunId.CompareTo(right.Execution.RunId) : right.Execution.RunId.CompareTo(left.Execution.RunId));
        return matches.Count <= listing.PageSize ? matches : matches[..listing.PageSize];
    }
}
