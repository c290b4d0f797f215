using Holdfast.Engine;
using Microsoft.Extensions.Logging;

namespace Holdfast.Runtime;

/// <summary>
/// Owns a share of the shards: takes messages one after the other, steps the runs they are for, runs workflow code that became ready, and hands what became of
/// it to the journal. One thread at a time; everything it holds is touched by that thread alone.
/// </summary>
internal sealed class ShardOwner
{
    private readonly EngineOptions _options;
    private readonly ILogger _logger;
    private DateTimeOffset _now;

    public ShardOwner(int index, EngineOptions options, OwnerServices services)
    {
        _options = options;
        _logger = services.Logger;
        Index = index;
        Services = services;
        Mailbox = new OwnerMailbox(options.MaximumWaitingRequests, options.TimeProvider);
        Batches = new BatchKeeper(services.Journal, Mailbox.Signal);
        Steps = new RunStepper(this, options, services.SearchAttributeTypes);
        WorkflowTasks = new WorkflowTaskRunner(this);
        Loader = new RunLoader(this);
        Sleeping = new SleepingRuns(this, options);
        EarlierRuns = new EarlierRuns(this);
        Settling = new OwnerSettling(this, options);
        Lookahead = new MessageLookahead(this);
        Deletions = new OwnerDeletions(this);
        AbandonedAttempts = new AbandonedAttempts(this, options.TimeProvider);
        OwedMessages = new OwedMessages(this, options.TimeProvider);
    }

    public int Index { get; }

    public OwnerServices Services { get; }

    public OwnerMailbox Mailbox { get; }

    public MessageLookahead Lookahead { get; }

    public RunDirectory Directory { get; } = new();

    public WakeUpQueue WakeUps { get; } = new();

    /// <summary>Settled open runs that are not in memory but will be due.</summary>
    public SleepingRuns Sleeping { get; }

    public BatchKeeper Batches { get; }

    public RunStepper Steps { get; }

    public KnownWorkflows KnownWorkflows { get; } = new();

    public WorkflowTaskRunner WorkflowTasks { get; }

    public RunLoader Loader { get; }

    public EarlierRuns EarlierRuns { get; }

    public OwnerSettling Settling { get; }

    public OwnerDeletions Deletions { get; }

    /// <summary>Attempts that workers have in hand and nobody waits for.</summary>
    public AbandonedAttempts AbandonedAttempts { get; }

    /// <summary>Messages to runs that could not be read.</summary>
    public OwedMessages OwedMessages { get; }

    /// <summary>What turns the loop; null when the caller pumps it.</summary>
    public OwnerThread? Thread { get; set; }

    /// <summary>Who may run the loop.</summary>
    public LoopTenure Tenure { get; } = new();

    /// <summary>The engine's time; never goes back.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = _options.TimeProvider.GetUtcNow();
            return _now = now > _now ? now : _now;
        }
    }

    /// <summary>When the loop must turn by itself; null when only a message can wake it.</summary>
    public DateTimeOffset? NextDueTime
    {
        get
        {
            var (inMemory, sleeping) = (WakeUps.NextDueTime, Sleeping.NextDueTime);
            return inMemory is null || sleeping < inMemory ? sleeping : inMemory;
        }
    }

    /// <summary>True when a turn would do something now.</summary>
    public bool HasWork => !Mailbox.IsEmpty || Lookahead.HasMore || WorkflowTasks.HasReady || NextDueTime <= Now;

    /// <summary>What a reset may do in one turn.</summary>
    public ResetSection NewResetSection() => new(_options.ResetSectionBytes, _options.ResetSectionEvents);

    /// <summary>Takes a worker's report.</summary>
    public void PostReport(OwnerMessage report)
    {
        if (Thread is { } thread)
        {
            thread.PostReport(report);
        }
        else
        {
            Mailbox.Post(report);
        }
    }

    /// <summary>One turn of the loop.</summary>
    /// <returns>False when another thread has taken the loop over; the caller must leave at once.</returns>
    public bool Turn()
    {
        if (!Batches.TrySubmitRefused())
        {
            return true;
        }

        WakeDueRuns();
        if (!WorkflowTasks.RunReady() || !HandleMessages())
        {
            return false;
        }

        Batches.Submit();
        if (!Batches.IsRefused && !WorkflowTasks.RunReplays())
        {
            return false;
        }

        Batches.Submit();
        return true;
    }

    /// <summary>
    /// Corrects a wake-up that would find nothing due: runs keep their earliest timer armed also when its cause has gone. With that, <see cref="NextDueTime"/> is
    /// exact, which matters to those who let time pass straight to it.
    /// </summary>
    public void ReviseWakeUps()
    {
        while (WakeUps.First is { } run && (run.State.NextWakeUp is not { } dueTime || dueTime > run.WakeUp.DueTime))
        {
            WakeUps.Remove(run);
            Steps.Take(run, new TimerDue(run.WakeUp.Timer));
        }
    }

    /// <summary>Finds the run of a message and lets the message do its work, now or after the run was loaded.</summary>
    public void Locate(RunTargetedMessage message) => Loader.Locate(message);

    /// <summary>The engine stopped: nobody who waits will be answered.</summary>
    public void Abandon(Exception exception)
    {
        Mailbox.Close(exception);
        Lookahead.Fail(exception);
        Settling.HeldStarts.Abandon(exception);
        EarlierRuns.Fail(exception);
        foreach (var run in Directory.Runs)
        {
            run.Waiters.Fail(exception);
        }
    }

    private bool HandleMessages()
    {
        for (var i = 0; i < _options.MessagesPerBatch && !Batches.IsRefused && Lookahead.Take() is { } message; i++)
        {
            Handle(message);
            if (!WorkflowTasks.RunReady())
            {
                return false;
            }
        }

        return true;
    }

    private void Handle(OwnerMessage message)
    {
        try
        {
            message.Handle(this);
        }
        catch (Exception exception)
        {
            // The state may be half changed: nothing after this can be trusted, so the process stops and recovers from the log.
            OwnerLog.MessageFailed(_logger, exception, message.GetType().Name);
            message.Fail(exception);
            Services.OnFatal(exception);
            throw;
        }
    }

    private void WakeDueRuns()
    {
        var now = Now;
        for (var i = 0; i < _options.MessagesPerBatch && WakeUps.TryTakeDue(now, out var run); i++)
        {
            Services.Instruments.Runs.NoteDeadline(run.WakeUp.DueTime, now);
            Steps.Take(run, new TimerDue(run.WakeUp.Timer));
        }

        Sleeping.ReadDue(now);
    }
}
