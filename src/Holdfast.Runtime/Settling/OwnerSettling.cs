namespace Holdfast.Runtime;

/// <summary>Decides which of an owner's runs are settled, and lets go of those that are.</summary>
internal sealed class OwnerSettling(ShardOwner owner, EngineOptions options)
{
    /// <summary>Least time between two looks through all runs, which takes milliseconds when they are many.</summary>
    private static readonly TimeSpan LeastBetweenLooks = TimeSpan.FromMilliseconds(200);

    /// <summary>Closed runs from which on a settlement begins when none is under way: part of the largest, so that few runs are held in memory while the load is low.</summary>
    private readonly int _closedBeforeSettling = Math.Max(1, options.RunsPerSettlement / 4);

    /// <summary>Settlements under way up to which closed runs are given to the settler: one that is written and one that waits. The others stay where they are counted.</summary>
    private const int MostSettlementsUnderWay = 2;

    private readonly ClosedRuns _closed = new();
    private DateTimeOffset _lookedTime;
    private TimeSpan _idleBeforeSettling = options.IdleBeforeSettling;
    private int _settlementsUnderWay;
    private int _isTickPosted;

    /// <summary>Starts that wait until idle runs have left.</summary>
    public HeldStarts HeldStarts { get; } = new(owner, options);

    /// <summary>Closed runs that the settled store has not.</summary>
    public int UnsettledClosedRuns => _closed.Count;

    /// <summary>True when so many closed runs wait that no more should be started.</summary>
    public bool IsOverloaded => _closed.Count >= options.MaximumUnsettledClosedRuns || _closed.Bytes >= options.MaximumUnsettledClosedBytes;

    /// <summary>The run closed.</summary>
    public void Closed(RunEntry run)
    {
        _closed.Enqueue(run);
        if (_closed.Count >= _closedBeforeSettling && _settlementsUnderWay == 0)
        {
            SettleClosed();
        }
    }

    /// <summary>It is time to look for work; one message for it waits at most, however slow the owner is. From any thread.</summary>
    public void PostTick()
    {
        if (Interlocked.Exchange(ref _isTickPosted, 1) == 0)
        {
            owner.Mailbox.Post(new SettlingTick());
        }
    }

    /// <summary>Looks through all runs: settles what is closed or idle, lets go of what is settled, and says up to where the journal may be trimmed.</summary>
    public void Tick()
    {
        Volatile.Write(ref _isTickPosted, 0);
        var durableLsn = owner.Services.Journal.DurableLsn;
        SettleClosed();
        SettleIdleAndOld();
        owner.Deletions.ContinueAll();
        owner.AbandonedAttempts.HurryThoseOfGoneWorkers();
        owner.Services.Settler.ReportOldestUnsettled(owner.Index, OldestUnsettled(durableLsn));
        owner.Services.RetentionSweeper.SweepWhenDue();
        owner.Services.BlobSweeper?.SweepWhenDue();
        if (owner.KnownWorkflows.IsRenewalDue)
        {
            owner.Services.WorkflowScan.Renew();
        }
    }

    /// <summary>A settlement is durable.</summary>
    public void Settled(IReadOnlyList<SettlingRun> runs)
    {
        _settlementsUnderWay--;
        HeldStarts.Left(runs);
        foreach (var settled in runs)
        {
            settled.Run.IsSettling = false;
            settled.Run.SettledUpTo(settled.Settlement.CoveredLsn, settled.HistoryBytes, settled.Settlement.FirstRecordIndex + settled.Settlement.RecordCount);
            LetGoIfUnneeded(settled.Run);
        }

        if (_closed.Count >= _closedBeforeSettling)
        {
            SettleClosed();
        }

        if (_settlementsUnderWay == 0 && IsCrowded && owner.Now - _lookedTime >= LeastBetweenLooks && runs.Any(static r => !r.Run.State.IsClosed))
        {
            SettleIdleAndOld();
        }
    }

    /// <summary>A settlement failed; its runs are tried again.</summary>
    public void NotSettled(IReadOnlyList<SettlingRun> runs)
    {
        _settlementsUnderWay--;
        HeldStarts.Left(runs);
        foreach (var settling in runs)
        {
            settling.Run.IsSettling = false;
            if (settling.Run.State.IsClosed)
            {
                _closed.Enqueue(settling.Run);
            }
        }
    }

    private void SettleClosed()
    {
        List<SettlingRun> batch = [];
        for (var left = _closed.Count; left > 0 && _settlementsUnderWay < MostSettlementsUnderWay; left--)
        {
            var run = _closed.Dequeue();
            if (run.IsBeingDeleted)
            {
                continue;
            }

            if (!run.IsDurable || run.IsSettling || run.ChildrenToTell > 0)
            {
                _closed.Enqueue(run);
            }
            else if (run.FirstUnsettledLsn != 0)
            {
                Collect(batch, run);
            }
        }

        Flush(batch);
    }

    private void SettleIdleAndOld()
    {
        List<SettlingRun> batch = [];
        List<RunEntry> unneeded = [];
        _lookedTime = owner.Now;
        _idleBeforeSettling = IdleBeforeSettling();
        var idleSince = _lookedTime - _idleBeforeSettling;
        var oldLsn = CheckpointLsn();
        foreach (var run in owner.Directory.Runs)
        {
            run.Waiters.Purge();
            var isIdle = run.LastStepTime <= idleSince && (run.State.IsIdle || run.State.IsClosed);
            var isOld = run.FirstUnsettledLsn != 0 && run.FirstUnsettledLsn < oldLsn;
            if (run.FirstUnsettledLsn != 0 && run.IsDurable && !run.IsSettling && !run.IsBeingDeleted && run.ChildrenToTell == 0 && (isIdle || isOld))
            {
                Collect(batch, run);
            }
            else if (isIdle)
            {
                unneeded.Add(run);
            }
        }

        Flush(batch);
        foreach (var run in unneeded)
        {
            LetGoIfUnneeded(run);
        }
    }

    private bool IsCrowded => owner.Directory.Count > options.RunsInMemoryGoalOfOwner;

    /// <summary>The more runs are in memory, the sooner idle ones leave: otherwise what is started fast fills it before the first leaves.</summary>
    private TimeSpan IdleBeforeSettling()
    {
        var share = IsCrowded ? (double)options.RunsInMemoryGoalOfOwner / owner.Directory.Count : 1;
        return options.IdleBeforeSettling * share * share;
    }

    private long CheckpointLsn()
    {
        var journal = owner.Services.Journal;
        return journal.SegmentCount > options.SegmentsBeforeCheckpoint ? (journal.FirstLsn / 2) + (journal.DurableLsn / 2) : 0;
    }

    private void Collect(List<SettlingRun> batch, RunEntry run)
    {
        run.IsSettling = true;
        owner.KnownWorkflows.Add(run.Workflow);
        batch.Add(SettlingRun.Of(run));
        if (batch.Count >= options.RunsPerSettlement)
        {
            Flush(batch);
        }
    }

    private void Flush(List<SettlingRun> batch)
    {
        if (batch.Count == 0)
        {
            return;
        }

        _settlementsUnderWay++;
        HeldStarts.Leaving(batch);
        owner.Services.Settler.Enqueue(new Settlement(owner, [.. batch]));
        batch.Clear();
    }

    private void LetGoIfUnneeded(RunEntry run)
    {
        if (run.IsBeingDeleted)
        {
            owner.Deletions.Continue(run);
            return;
        }

        var isNeeded = !run.IsDurable || run.FirstUnsettledLsn != 0 || run.IsSettling || run.IsWorkflowCodeRunning || run.IsWorkflowTaskQueued
            || !run.Attempts.IsEmpty || !run.Waiters.IsEmpty || run.State.OwesParentNotification
            || !(run.State.IsClosed || (run.State.IsIdle && run.LastStepTime <= owner.Now - _idleBeforeSettling));
        if (isNeeded)
        {
            return;
        }

        var dueTime = run.State.IsClosed ? null : run.State.NextWakeUp;
        if (dueTime is { } soon && owner.Sleeping.IsSoon(soon, owner.Now))
        {
            return;
        }

        owner.Directory.Remove(run);
        owner.Loader.LeftMemory(run);
        owner.WakeUps.Remove(run);
        owner.WorkflowTasks.Forget(run);
        if (dueTime is { } time)
        {
            owner.Sleeping.Set(run.RunId, time);
        }

        run.History.Release();
    }

    private long OldestUnsettled(long durableLsn)
    {
        var oldest = durableLsn + 1;
        foreach (var run in owner.Directory.Runs.Concat(owner.Batches.RunsAhead))
        {
            if (run.FirstUnsettledLsn is > 0 and var lsn && lsn < oldest)
            {
                oldest = lsn;
            }
        }

        return oldest;
    }
}
