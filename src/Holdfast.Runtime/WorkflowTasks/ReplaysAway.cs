using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Replays of runs on other threads than the owner's: a single one is over before another thread has begun with it; of many, which come after a crash, each processor does its part.</summary>
internal sealed class ReplaysAway(ShardOwner owner, ReadyRuns ready)
{
    /// <summary>Replays that other threads are given at a time: enough to last them until the owner comes to give them more. Beyond, the owner replays too.</summary>
    private const int Most = 64;

    private int _count;

    /// <summary>True when the next replay should be sent away.</summary>
    public bool MaySend => owner.Thread is not null && ready.HasReplays && _count < Most;

    public void Send(RunEntry run, IWorkflowTaskHandler handler, WorkflowTask task)
    {
        run.IsWorkflowCodeRunning = true;
        run.NeedsReplay = false;
        _count++;
        ThreadPool.UnsafeQueueUserWorkItem(_ => Replay(run, handler, task), null);
    }

    /// <summary>One of them returned.</summary>
    public void NoteReturned() => _count--;

    private void Replay(RunEntry run, IWorkflowTaskHandler handler, WorkflowTask task)
    {
        var begun = owner.Services.TimeProvider.GetTimestamp();
        var result = WorkflowCode.Execute(handler, null, task);
        owner.Services.Instruments.Runs.NoteCodeReturned(task, begun, owner.Services.TimeProvider);
        owner.Mailbox.Post(new ReplayReturned(run, task, result));
    }
}
