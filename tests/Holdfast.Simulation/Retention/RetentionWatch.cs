using Holdfast.Journaling.Archives;
using Holdfast.Protocol;
using Holdfast.Protocol.Codec;
using Holdfast.Storage;

namespace Holdfast.Simulation;

/// <summary>
/// Sees every run that is deleted from the settled stores because its retention is over: it must have been over by the clock of the engine, the run's history must have been
/// whole, and when the namespace archives, the archive must have all of it for good.
/// </summary>
internal sealed class RetentionWatch(World world, RetentionSettings settings)
{
    private const int MostRuns = 1_000;

    /// <summary>Chooses what the crash leaves that the archive must survive.</summary>
    private const ulong CrashSeed = 7;

    /// <summary>Longer than closed runs stay in memory that somebody has asked for.</summary>
    private static readonly TimeSpan LongestInMemory = TimeSpan.FromMinutes(4);

    private readonly Dictionary<RunId, GoneRun> _gone = [];

    /// <summary>What was wrong.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>The runs that were deleted.</summary>
    public IReadOnlyCollection<GoneRun> Gone => _gone.Values;

    /// <summary>Whether a run was deleted.</summary>
    public bool IsGone(RunId runId) => _gone.ContainsKey(runId);

    /// <summary>The runs that were deleted so long ago that nobody has them in memory any more: who has one there may go on to answer from it.</summary>
    public HashSet<RunId> Forgotten()
    {
        var now = world.Clock.GetUtcNow();
        return [.. _gone.Values.Where(g => now - g.Time > LongestInMemory + world.ExplainedLateness(g.Time, now)).Select(static g => g.RunId)];
    }

    /// <summary>Whether a call of the store is one that deletes.</summary>
    public static bool IsDeletion(string method) => method is nameof(ISettledStore.DeleteAsync) or nameof(ISettledStore.DeleteUnchangedAsync) or nameof(ISettledStore.DeleteClosedBeforeAsync);

    /// <summary>Has a process delete runs.</summary>
    /// <param name="process">The process.</param>
    /// <param name="delete">The call.</param>
    /// <returns>What it came to.</returns>
    public object? Around(WorldProcess process, Func<object?> delete)
    {
        var store = process.Folder.Store;
        var before = Runs(store).Select(info => (Info: info, Run: Load(store, info.Execution.RunId)!)).ToList();
        var answer = delete();
        var after = Runs(store).Select(info => info.Execution.RunId).ToHashSet();
        foreach (var (info, run) in before.Where(b => !after.Contains(b.Info.Execution.RunId)))
        {
            Note(process, info, run);
        }

        return answer;
    }

    /// <summary>The runs that a store has of the namespaces.</summary>
    public static IEnumerable<WorkflowExecutionInfo> Runs(InMemorySettledStore store) =>
        RetentionSettings.Namespaces.SelectMany(name => store.ListAsync(new RunListing { Namespace = name, PageSize = MostRuns }, CancellationToken.None).GetAwaiter().GetResult());

    /// <summary>All chunks of a run as one.</summary>
    public static byte[] Join(IReadOnlyList<ReadOnlyMemory<byte>> records) => [.. records.SelectMany(static r => r.ToArray())];

    private static SettledRun? Load(InMemorySettledStore store, RunId runId) => store.LoadAsync(runId, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Whether the archive has all of a run, and would have it after a crash.</summary>
    private static bool IsArchived(GoneRun gone)
    {
        var disk = gone.Folder.ArchiveDisk.Copy();
        disk.Crash(CrashSeed);
        try
        {
            var archived = new DiskRunArchive(disk).FindAsync(gone.Workflow, gone.RunId, CancellationToken.None).GetAwaiter().GetResult();
            return archived is not null && Join(archived.Records).AsSpan().SequenceEqual(gone.Records);
        }
        catch (HoldfastException damaged) when (damaged.Code == ErrorCodes.ArchiveDamaged)
        {
            return false;
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> records)
    {
        var events = 0L;
        var isClosed = false;
        while (!records.IsEmpty)
        {
            if (RunRecordCodec.Read(ref records) is HistoryEvent historyEvent)
            {
                if (historyEvent.EventId != ++events)
                {
                    return false;
                }

                isClosed = HistoryChecker.IsClose(historyEvent.Type);
            }
        }

        return isClosed;
    }

    private void Note(WorldProcess process, WorkflowExecutionInfo info, SettledRun run)
    {
        GoneRun gone = new(process.Folder, run.Summary.Workflow, run.Summary.RunId, Join(run.Records), world.Clock.GetUtcNow());
        _gone[gone.RunId] = gone;
        var retention = settings.Retention[info.Namespace];
        var kept = process.Clock.GetUtcNow() - info.CloseTime;
        Require(kept > retention, gone, $"deleted after {kept}, but is to be kept for {retention}");
        Require(!run.Summary.OwesParentNotification, gone, "deleted before its parent knew that it had ended");
        Require(IsWhole(gone.Records), gone, "deleted, and the store did not have all of it");
        if (info.Namespace == RetentionSettings.Archived)
        {
            Require(IsArchived(gone), gone, "deleted before the archive had all of it for good");
        }
    }

    private void Require(bool isRight, GoneRun run, string problem)
    {
        if (!isRight)
        {
            Problems.Add($"{run.Workflow.WorkflowId} ({run.RunId}) of namespace {run.Workflow.Namespace} was {problem}");
        }
    }
}
