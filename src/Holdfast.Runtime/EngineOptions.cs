using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>How the engine runs. Every bound has a named default.</summary>
public sealed record EngineOptions
{
    /// <summary>Owner loops; each owns an equal share of the 4,096 shards and has one thread. Default: half the processors, at least 1. 1 to 64.</summary>
    public int Owners { get; init; } = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>Client requests that may wait for one owner; more are refused with HF2100. Default 10,000; at least 1.</summary>
    public int MaximumWaitingRequests { get; init; } = 10_000;

    /// <summary>Messages that an owner handles before it hands what it has to the journal. Default 512; at least 1.</summary>
    public int MessagesPerBatch { get; init; } = 512;

    /// <summary>How long a run must have had nothing to do before it is settled and leaves memory; less when more than <see cref="RunsInMemoryGoal"/> are in memory. Default 10 s; at least zero.</summary>
    public TimeSpan IdleBeforeSettling { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Runs in memory above which idle ones leave it sooner: <see cref="IdleBeforeSettling"/> then counts less, a quarter with twice as many, a ninth with three
    /// times. It is no limit: runs that have something to do stay. Default 10,000; at least 1.
    /// </summary>
    public int RunsInMemoryGoal { get; init; } = 10_000;

    /// <summary>
    /// How long before its time a sleeping run is read into memory, so that what is due happens at its time also when much is due together. Runs above
    /// <see cref="RunsInMemoryGoal"/> are not read before their time. Default 1 s; zero to 1 minute.
    /// </summary>
    public TimeSpan WakeAhead { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Idle runs of an owner that may wait for the settled store before new starts wait for them, in order. Default 20,000; at least 1.</summary>
    public int MaximumLeavingRuns { get; init; } = 20_000;

    /// <summary>How often the settler looks for work. Default 1 s; more than zero.</summary>
    public TimeSpan SettlingInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Most runs in one settlement transaction. Default 1,000; at least 1.</summary>
    public int RunsPerSettlement { get; init; } = 1_000;

    /// <summary>Closed runs of an owner that may wait for settlement before it refuses new starts with HF2100. Default 50,000; at least 1.</summary>
    public int MaximumUnsettledClosedRuns { get; init; } = 50_000;

    /// <summary>Bytes of history of an owner's closed runs that may wait for settlement before it refuses new starts with HF2100. Default 256 MiB; at least 1.</summary>
    public long MaximumUnsettledClosedBytes { get; init; } = 256 << 20;

    /// <summary>Journal segments above which long-lived runs are checkpointed so that old segments can be deleted. Default 4; at least 2.</summary>
    public int SegmentsBeforeCheckpoint { get; init; } = 4;

    /// <summary>Bytes of histories that a reset reads before other runs of the owner have their turn. Default 1 MiB; at least 1.</summary>
    public int ResetSectionBytes { get; init; } = 1 << 20;

    /// <summary>Events that a reset copies or carries over before other runs of the owner have their turn. Default 1,000; at least 1.</summary>
    public int ResetSectionEvents { get; init; } = 1_000;

    /// <summary>Namespaces that are registered when the engine starts, when they are not; "default" always is. Default: none.</summary>
    public IReadOnlyList<string> Namespaces { get; init; } = [];

    /// <summary>How long closed runs are kept of namespaces that have no retention of their own. Default 30 days; at least 1 minute.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(30);

    /// <summary>
    /// How long a blob is kept that no run refers to, after it was put last and after the last run that referred to it was deleted. Must be longer than a reference is
    /// ever on its way: from the end of a put to the record of the call, or of the end of the attempt, that carries it. Default 24 hours; at least 1 minute.
    /// </summary>
    public TimeSpan BlobGracePeriod { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How often the blob store is swept. Default 1 hour; more than zero.</summary>
    public TimeSpan BlobSweepInterval { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long workflow code may hold an owner's thread before another thread takes the loop over. Default 50 ms; more than zero.</summary>
    public TimeSpan WorkflowCodePatience { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Limits of task queues, by namespace and name, that hold from the start of the engine on as long as neither workers nor clients give others. Default: none.</summary>
    public IReadOnlyDictionary<(string Namespace, string TaskQueue), TaskQueueLimits> TaskQueueLimits { get; init; } = ImmutableDictionary<(string Namespace, string TaskQueue), TaskQueueLimits>.Empty;

    /// <summary>Limits of the run state machine.</summary>
    public EngineLimits Limits { get; init; } = EngineLimits.Default;

    /// <summary>The engine's clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Makes the meter of what the engine measures (<see cref="HoldfastMeter"/>). Default: a meter of the engine's own.</summary>
    public IMeterFactory? MeterFactory { get; init; }

    /// <summary>Who turns the owners' loops and the journal's writer. Default: threads of the engine's own.</summary>
    public EnginePumping Pumping { get; init; } = EnginePumping.DedicatedThreads;

    /// <summary>Where background work (settling) runs. Default: the thread pool.</summary>
    public TaskScheduler BackgroundScheduler { get; init; } = TaskScheduler.Default;

    /// <summary>Called once when the engine can no longer trust its state or its disk; must stop the process, which then recovers from the journal. Default: FailFast.</summary>
    public Action<Exception> OnFatal { get; init; } = static exception => Environment.FailFast("Holdfast stops the process; it recovers from its journal at the next start.", exception);

    /// <summary>Gives the IDs of new runs. Default: UUID version 7.</summary>
    public IRunIdSource RunIds { get; init; } = new UuidRunIdSource();

    internal int RunsInMemoryGoalOfOwner => Math.Max(1, RunsInMemoryGoal / Owners);

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> naming the option.</exception>
    public void Validate()
    {
        Requirement.That(Owners is >= 1 and <= 64, $"EngineOptions.Owners is {Owners}; it must be 1 to 64.");
        Requirement.That(MaximumWaitingRequests >= 1, $"EngineOptions.MaximumWaitingRequests is {MaximumWaitingRequests}; it must be at least 1.");
        Requirement.That(MessagesPerBatch >= 1, $"EngineOptions.MessagesPerBatch is {MessagesPerBatch}; it must be at least 1.");
        Requirement.That(IdleBeforeSettling >= TimeSpan.Zero, $"EngineOptions.IdleBeforeSettling is {IdleBeforeSettling}; it must not be negative.");
        Requirement.That(RunsInMemoryGoal >= 1, $"EngineOptions.RunsInMemoryGoal is {RunsInMemoryGoal}; it must be at least 1.");
        Requirement.That(WakeAhead >= TimeSpan.Zero && WakeAhead <= TimeSpan.FromMinutes(1), $"EngineOptions.WakeAhead is {WakeAhead}; it must be zero to 1 minute.");
        Requirement.That(MaximumLeavingRuns >= 1, $"EngineOptions.MaximumLeavingRuns is {MaximumLeavingRuns}; it must be at least 1.");
        Requirement.That(SettlingInterval > TimeSpan.Zero, $"EngineOptions.SettlingInterval is {SettlingInterval}; it must be more than zero.");
        Requirement.That(RunsPerSettlement >= 1, $"EngineOptions.RunsPerSettlement is {RunsPerSettlement}; it must be at least 1.");
        Requirement.That(MaximumUnsettledClosedRuns >= 1, $"EngineOptions.MaximumUnsettledClosedRuns is {MaximumUnsettledClosedRuns}; it must be at least 1.");
        Requirement.That(MaximumUnsettledClosedBytes >= 1, $"EngineOptions.MaximumUnsettledClosedBytes is {MaximumUnsettledClosedBytes}; it must be at least 1.");
        Requirement.That(SegmentsBeforeCheckpoint >= 2, $"EngineOptions.SegmentsBeforeCheckpoint is {SegmentsBeforeCheckpoint}; it must be at least 2.");
        Requirement.That(ResetSectionBytes >= 1, $"EngineOptions.ResetSectionBytes is {ResetSectionBytes}; it must be at least 1.");
        Requirement.That(ResetSectionEvents >= 1, $"EngineOptions.ResetSectionEvents is {ResetSectionEvents}; it must be at least 1.");
        foreach (var limits in TaskQueueLimits.Values)
        {
            limits.Validate();
        }

        Requirement.That(Retention >= TimeSpan.FromMinutes(1), $"EngineOptions.Retention is {Retention}; it must be at least 1 minute.");
        Requirement.That(BlobGracePeriod >= TimeSpan.FromMinutes(1), $"EngineOptions.BlobGracePeriod is {BlobGracePeriod}; it must be at least 1 minute.");
        Requirement.That(BlobSweepInterval > TimeSpan.Zero, $"EngineOptions.BlobSweepInterval is {BlobSweepInterval}; it must be more than zero.");
        foreach (var name in Namespaces)
        {
            NamespaceRules.CheckName(name);
        }

        Requirement.That(WorkflowCodePatience > TimeSpan.Zero, $"EngineOptions.WorkflowCodePatience is {WorkflowCodePatience}; it must be more than zero.");
    }
}
