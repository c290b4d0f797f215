using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Steps runs: gives them messages, records what becomes of it, and sees to the effects.</summary>
internal sealed class RunStepper
{
    private readonly ShardOwner _owner;
    private readonly IRunIdSource _runIds;
    private readonly RunStep _step;
    private readonly EffectRouter _router;
    private readonly RunInstruments _instruments;
    private readonly SizeWarnings _sizeWarnings;
    private readonly SlowTaskWarnings _slowTaskWarnings;
    private readonly Queue<(RunEntry Run, Effect Effect)> _effects = new();
    private bool _isRouting;

    /// <summary>When the last step was taken, by the clock; the run's own time may be ahead of it.</summary>
    private DateTimeOffset _steppedAt;

    public RunStepper(ShardOwner owner, EngineOptions options, ISearchAttributeTypes searchAttributeTypes)
    {
        _owner = owner;
        _runIds = options.RunIds;
        _step = new RunStep(options.RunIds, options.Limits, searchAttributeTypes);
        _router = new EffectRouter(owner);
        _instruments = owner.Services.Instruments.Runs;
        _sizeWarnings = new SizeWarnings(options.Limits, _instruments, owner.Services.Logger);
        _slowTaskWarnings = new SlowTaskWarnings(options.Limits.WorkflowTaskDurationWarning, owner.Services.Logger);
    }

    /// <summary>Limits of the run state machine.</summary>
    public EngineLimits Limits => _step.Limits;

    /// <summary>The ID for a new run.</summary>
    public RunId NewRunId(DateTimeOffset now) => _runIds.Next(now);

    /// <summary>Gives a run a message.</summary>
    /// <returns>Why it was refused; null when it was taken.</returns>
    public Rejection? Take(RunEntry run, RunMessage message) => Take(run, message, starts: false, withPrevious: false);

    /// <summary>Starts a new run, which the directory takes in.</summary>
    /// <param name="start">The message that starts it.</param>
    /// <param name="withPrevious">True when it must be one journal record with what was recorded last.</param>
    public RunEntry Start(StartRun start, bool withPrevious)
    {
        RunEntry run = new(start.Workflow, start.RunId);
        _owner.Directory.Add(run, isNewest: true);
        var rejection = Take(run, start, starts: true, withPrevious);
        Invariant.That(rejection is null, "a start that was checked is taken");
        return run;
    }

    /// <summary>Carries over to a run that comes of a reset, and that nobody knows yet, a part of what came later. Nothing of it is handed to the journal.</summary>
    /// <param name="run">The new run.</param>
    /// <param name="source">The run of which it is carried over.</param>
    /// <param name="part">The message; more will follow it.</param>
    public void CarryOver(RunEntry run, RunEntry source, BranchRun part)
    {
        GoOnFrom(run, source);
        _step.Begin(TimeFor(run));
        RunMachine.Handle(run.State, part, _step);
        Invariant.That(_step.Rejection is null && _step.Effects.Count == 0, "a run that nobody knows yet takes what is carried over, and asks for nothing");
        Append(run, part);
    }

    /// <summary>Starts the run that comes of a reset, in one unit of the journal with the end of the run that it takes the place of.</summary>
    /// <param name="current">The workflow's newest run, which is superseded.</param>
    /// <param name="supersede">The message that ends it.</param>
    /// <param name="reset">The run that was reset; may be the same.</param>
    /// <param name="run">The new run, with what it shares with the one that was reset.</param>
    /// <param name="branch">Makes the message that starts the new run, once the other has ended.</param>
    public void Reset(RunEntry current, SupersedeRun supersede, RunEntry reset, RunEntry run, Func<BranchRun> branch)
    {
        var rejection = Take(current, supersede);
        Invariant.That(rejection is null, "a run can always be superseded");
        GoOnFrom(run, current);
        GoOnFrom(run, reset);
        run.NeedsReplay = true; // its code has the whole history before it
        _owner.Directory.Add(run, isNewest: true);
        _instruments.NoteBranched(run.State);
        rejection = Take(run, branch(), starts: true, withPrevious: true);
        Invariant.That(rejection is null, "a reset that was checked is taken");
        if (!ReferenceEquals(reset, current))
        {
            Take(reset, supersede, starts: false, withPrevious: true);
        }
    }

    /// <summary>A worker's slot is reserved for an attempt: begin it, or give the slot back when it is no longer wanted.</summary>
    public void StartAttempt(RunEntry run, long scheduledEventId, int attempt, ActivitySlot slot) => _router.StartAttempt(run, scheduledEventId, attempt, slot);

    private void Resume(RunEntry run)
    {
        _step.Begin(TimeFor(run));
        RunMachine.Resume(run.State, _step);
        Route(run);
    }

    /// <summary>
    /// Takes up a run that came from recovery or the settled store: what workers of an earlier process had in hand is lost, and what the run owes is emitted.
    /// </summary>
    public void TakeUp(RunEntry run)
    {
        run.NeedsReplay = run.State.PreviousStartedEventId != 0;
        if (!run.State.IsClosed)
        {
            Take(run, new LoseActivityAttempts(_owner.Services.Journal.Epoch));
            Take(run, new LoseWorkflowTask());
        }

        Resume(run);
    }

    private Rejection? Take(RunEntry run, RunMessage message, bool starts, bool withPrevious)
    {
        _step.Begin(TimeFor(run));
        if (message is CompleteWorkflowTask completion)
        {
            _slowTaskWarnings.Note(run, completion, _step.Now);
        }

        RunMachine.Handle(run.State, message, _step);
        if (_step.Rejection is { } rejection)
        {
            return rejection;
        }

        Record(run, message, starts, withPrevious);
        Route(run);
        return null;
    }

    /// <summary>The time of a run never goes back, also when the clock does between two lives of the process.</summary>
    private DateTimeOffset TimeFor(RunEntry run)
    {
        _steppedAt = _owner.Now;
        return run.LastTime > _steppedAt ? run.LastTime : _steppedAt;
    }

    private void Record(RunEntry run, RunMessage message, bool starts, bool withPrevious)
    {
        var records = _step.Records;
        if (records.Count == 0)
        {
            return;
        }

        var (bytesBefore, eventsBefore) = starts ? (0, 0) : (run.History.Bytes, run.LastEvent?.EventId ?? 0);
        _owner.Batches.Open(run, starts, withPrevious);
        Append(run, message);
        _sizeWarnings.Note(run, bytesBefore, eventsBefore);
        run.LastStepTime = _steppedAt;
        if (run.Waiters.HasHistory)
        {
            HistoryReader.Answer(_owner, run);
        }
    }

    private void Append(RunEntry run, RunMessage message)
    {
        var records = _step.Records;
        for (var i = 0; i < records.Count; i++)
        {
            run.Append(records[i]);
            _instruments.Note(run.State, message, records[i]);
        }

        run.State.SetHistorySizeBytes(run.History.Bytes);
    }

    /// <summary>The time of a run that comes of a reset is not before that of the runs that it has events of, also when the clock was set back.</summary>
    private static void GoOnFrom(RunEntry run, RunEntry other) => run.BeginsAfter(other.LastTime);

    /// <summary>Effects can cause further steps, which reuse the step: so they are queued, and the outermost call sees to them. A successor is started at once, to be one record with the end of its predecessor.</summary>
    private void Route(RunEntry run)
    {
        StartRun? successor = null;
        for (var i = 0; i < _step.Effects.Count; i++)
        {
            if (_step.Effects[i] is StartSuccessor start)
            {
                successor = start.Start;
            }
            else
            {
                _effects.Enqueue((run, _step.Effects[i]));
            }
        }

        if (successor is not null)
        {
            Start(successor, withPrevious: true);
        }

        if (_isRouting)
        {
            return;
        }

        _isRouting = true;
        while (_effects.TryDequeue(out var next))
        {
            _router.Route(next.Run, next.Effect);
        }

        _isRouting = false;
    }
}
