using System.Diagnostics.CodeAnalysis;

namespace Holdfast.Runtime;

/// <summary>Runs whose workflow code has something to do: a task, or queries to be answered. Each is here once.</summary>
internal sealed class ReadyRuns
{
    private readonly Queue<RunEntry> _awake = new();

    /// <summary>Runs that have to be replayed first.</summary>
    private readonly Queue<RunEntry> _toReplay = new();

    public bool HasAny => _awake.Count > 0 || _toReplay.Count > 0;

    public bool HasReplays => _toReplay.Count > 0;

    public void Enqueue(RunEntry run)
    {
        if (!run.IsWorkflowTaskQueued)
        {
            run.IsWorkflowTaskQueued = true;
            (run.NeedsReplay ? _toReplay : _awake).Enqueue(run);
        }
    }

    /// <summary>The next run that can go on at once.</summary>
    public bool TryTakeAwake([NotNullWhen(true)] out RunEntry? run) => TryTake(_awake, out run);

    /// <summary>The next run that has to be replayed first.</summary>
    public bool TryTakeToReplay([NotNullWhen(true)] out RunEntry? run) => TryTake(_toReplay, out run);

    private static bool TryTake(Queue<RunEntry> queue, [NotNullWhen(true)] out RunEntry? run)
    {
        if (!queue.TryDequeue(out run))
        {
            return false;
        }

        run.IsWorkflowTaskQueued = false;
        return true;
    }
}
