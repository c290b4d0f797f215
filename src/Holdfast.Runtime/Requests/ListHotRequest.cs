using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>The runs of one owner that are in memory and match a listing, newest first.</summary>
internal sealed class ListHotRequest(ListWorkflowExecutionsRequest request, RunId? before) : OwnerMessage, IReply
{
    private readonly TaskCompletionSource<IReadOnlyList<WorkflowExecutionInfo>> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<IReadOnlyList<WorkflowExecutionInfo>> Completion => _completion.Task;

    public bool IsAbandoned => _completion.Task.IsCompleted;

    public override void Handle(ShardOwner owner)
    {
        PriorityQueue<RunEntry, RunId> newest = new();
        foreach (var run in owner.Directory.Runs)
        {
            if ((before is null || run.RunId < before) && Matches(run))
            {
                newest.Enqueue(run, run.RunId);
                if (newest.Count > request.PageSize)
                {
                    newest.Dequeue();
                }
            }
        }

        List<WorkflowExecutionInfo> infos = [];
        while (newest.TryDequeue(out var run, out _))
        {
            infos.Add(RunDescription.Info(run.State));
        }

        infos.Reverse();
        owner.Batches.Gate(GatedEffect.Reply(this, infos));
    }

    public void Send(object? result) => _completion.TrySetResult((IReadOnlyList<WorkflowExecutionInfo>)result!);

    public override void Fail(Exception exception) => _completion.TrySetException(exception);

    private bool Matches(RunEntry run) =>
        string.Equals(run.Workflow.Namespace, request.Namespace, StringComparison.Ordinal)
        && (request.Status is null || run.State.Status == request.Status)
        && (request.WorkflowType is null || string.Equals(run.State.WorkflowType, request.WorkflowType, StringComparison.Ordinal))
        && (request.WorkflowId is null || string.Equals(run.Workflow.WorkflowId, request.WorkflowId, StringComparison.Ordinal))
        && (request.WorkflowIdPrefix is null || run.Workflow.WorkflowId.StartsWith(request.WorkflowIdPrefix, StringComparison.Ordinal));
}
