using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>One step of a run: what goes in besides the message, and what comes out. Reused by its owner from step to step.</summary>
/// <remarks>Ordering: records are to be made durable in order and as one unit; gated effects are released after that, in order.</remarks>
public sealed class RunStep
{
    private readonly IRunIdSource _runIds;
    private readonly List<RunRecord> _records = [];
    private readonly List<Effect> _effects = [];

    /// <summary>Creates a step.</summary>
    /// <param name="runIds">Gives the IDs of new runs.</param>
    /// <param name="limits">Limits that the machine enforces.</param>
    /// <param name="searchAttributeTypes">Types of search attributes; null when each is of the type that it is first used with.</param>
    public RunStep(IRunIdSource runIds, EngineLimits limits, ISearchAttributeTypes? searchAttributeTypes = null)
    {
        _runIds = runIds;
        Limits = limits;
        SearchAttributeTypes = searchAttributeTypes ?? new SearchAttributeTypesByUse();
        Batch = new CommandBatch(limits, SearchAttributeTypes);
    }

    /// <summary>Limits that the machine enforces.</summary>
    public EngineLimits Limits { get; }

    /// <summary>Types of search attributes.</summary>
    public ISearchAttributeTypes SearchAttributeTypes { get; }

    /// <summary>The time of the step.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>Records to be made durable, in order; already applied to the state.</summary>
    public IReadOnlyList<RunRecord> Records => _records;

    /// <summary>What the runtime is to do.</summary>
    public IReadOnlyList<Effect> Effects => _effects;

    /// <summary>Why the message was refused; null when it was taken. A refused message has no records and no effects.</summary>
    public Rejection? Rejection { get; private set; }

    /// <summary>Empties the step for the next message.</summary>
    public void Begin(DateTimeOffset now)
    {
        Now = now;
        _records.Clear();
        _effects.Clear();
        Rejection = null;
    }

    /// <summary>The ID for a new run.</summary>
    public RunId NewRunId() => _runIds.Next(Now);

    /// <summary>Scratch of the commands under validation.</summary>
    internal CommandBatch Batch { get; }

    /// <summary>Scratch of the deadlines that are due.</summary>
    internal List<Deadline> DueDeadlines { get; } = [];

    internal void Emit(Effect effect) => _effects.Add(effect);

    /// <summary>Records an event: gives it its ID and time, applies it, and keeps it to be made durable.</summary>
    internal HistoryEvent Record(RunState state, EventAttributes attributes)
    {
        var recorded = new HistoryEvent(state.NextEventId, Now, attributes);
        Record(state, recorded);
        return recorded;
    }

    /// <summary>Applies a record and keeps it to be made durable.</summary>
    internal void Record(RunState state, RunRecord record)
    {
        RunMachine.Apply(state, record);
        _records.Add(record);
    }

    internal void Reject(ErrorCode code, string message)
    {
        Invariant.That(_records.Count == 0 && _effects.Count == 0, "a refused message has no records and no effects");
        Rejection = new Rejection(code, message);
    }
}
