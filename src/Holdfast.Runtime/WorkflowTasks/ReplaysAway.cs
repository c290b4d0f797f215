using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>
/// Replays of runs on other threads than the owner's: those of large histories, which would hold up the loop, and of many, which come after a crash, so that each
/// processor does its part. A single small one is over before another thread has begun with it.
/// </summary>
internal sealed class ReplaysAway(ShardOwner owner, ReadyRuns ready)
{
    /// <summary>Replays that other threads are given at a time: enough to last them until the owner comes to give them more. Beyond, the owner replays too.</summary>
    private const int Most = 64;

    /// <summary>Size of a history from which on its replay holds up the loop: 256 KiB, which takes some milliseconds.</summary>
    private const int LargeHistoryBytes = 256 << 10;

    private int _count;

    /// <summary>True when the replay of a run should be sent away.</summary>
    public bool MaySend(RunEntry run) => owner.Thread is not null && _count < Most && (ready.HasReplays || run.History.Bytes >= LargeHistoryBytes);

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
