using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>
/// The run that is to come of a reset, while it is made: first the events that it shares with the run that is reset are copied into it, then what came later to that
/// run, and to those that continued it, is carried over. All of it goes a section at a time, and nobody knows the run before the reset happens.
/// </summary>
internal sealed class BranchCopy
{
    /// <summary>Room for what is carried over to it, so that a large history need not be moved for a few signals.</summary>
    private const int RoomForCarriedOverBytes = 64 << 10;

    private readonly ResetWorkflowExecutionRequest _request;
    private readonly RunId _baseRunId;
    private readonly long _finishEventId;
    private HistoryCursor _cursor;

    /// <summary>What was read since the last section and is to be carried over.</summary>
    private List<HistoryEvent> _laterInBase = [];
    private List<HistoryEvent> _laterInChain = [];
    private long _waitingBytes;

    /// <summary>Nothing is copied yet.</summary>
    /// <param name="reset">The run that is reset.</param>
    /// <param name="runId">The ID of the new run.</param>
    /// <param name="finishEventId">The first event that is not copied.</param>
    /// <param name="request">What is asked.</param>
    public BranchCopy(RunEntry reset, RunId runId, long finishEventId, ResetWorkflowExecutionRequest request)
    {
        _request = request;
        _baseRunId = reset.RunId;
        _finishEventId = finishEventId;
        _cursor = new HistoryCursor(reset);
        Run = new RunEntry(reset.Workflow, runId, reset.History.BytesBefore(finishEventId) + RoomForCarriedOverBytes);
    }

    /// <summary>The new run.</summary>
    public RunEntry Run { get; }

    /// <summary>The run that is read: the one that is reset, or one that continued it.</summary>
    public RunEntry Source => _cursor.Source;

    /// <summary>True when events wait to be carried over.</summary>
    public bool HasWaiting => _laterInBase.Count + _laterInChain.Count > 0;

    private IEnumerable<PostResetOperation.Signal> Signals => _request.Operations.OfType<PostResetOperation.Signal>();

    private bool IsOfBase => Source.RunId == _baseRunId;

    /// <summary>The source as it is in memory now.</summary>
    public void Rejoin(RunEntry source) => _cursor.Rejoin(source);

    /// <summary>Goes on with the run that continued the source.</summary>
    public void GoOnWith(RunEntry next) => _cursor = new HistoryCursor(next);

    /// <summary>True when the source has nothing that was not read.</summary>
    public bool HasAllOf(RunEntry source) => ReferenceEquals(source, Source) && _cursor.IsAtEnd;

    /// <summary>Reads on in the source.</summary>
    /// <returns>True when it was read to its end, false when the section is full.</returns>
    public bool Read(ResetSection section)
    {
        while (!_cursor.IsAtEnd)
        {
            if (section.IsFull)
            {
                return false;
            }

            ReadOne(section);
        }

        return true;
    }

    /// <summary>What is wrong with a run that begins with so much; null when nothing is. It would be terminated at once.</summary>
    public string? Problem(EngineLimits limits)
    {
        if (SignalProblem(limits) is { } tooMany)
        {
            return tooMany;
        }

        var events = Run.State.NextEventId - 1 + _laterInBase.Count + _laterInChain.Count + _request.Operations.Count;
        if (events >= limits.HistoryEvents)
        {
            return $"The new run would begin with {events} events or more, what is carried over from later included; a history may have {limits.HistoryEvents}. Reset to an earlier workflow task, or exclude signals and updates.";
        }

        var bytes = Run.History.Bytes + _waitingBytes + Signals.Sum(static s => s.Input.Sum(static p => (long)p.Data.Length));
        return bytes >= limits.HistoryBytes
            ? $"The new run would begin with a history of {bytes} bytes or more, what is carried over from later included; a history may have {limits.HistoryBytes}. Reset to an earlier workflow task, or exclude signals and updates."
            : null;
    }

    /// <summary>The message that carries over what was read since the last.</summary>
    /// <param name="hasMore">False for the last, which starts the run.</param>
    public BranchRun TakeWaiting(bool hasMore)
    {
        BranchRun message = new(Run.Workflow, Run.RunId, _baseRunId, [], _laterInBase, _laterInChain, _request.Exclusions, _request.Reason, _request.RequestId)
        {
            HasMore = hasMore,
            Operations = hasMore ? [] : _request.Operations,
            Identity = _request.Identity,
        };
        (_laterInBase, _laterInChain, _waitingBytes) = ([], [], 0);
        return message;
    }

    /// <summary>Signals that come with the reset would be refused by a run that has received all that it may.</summary>
    private string? SignalProblem(EngineLimits limits)
    {
        if (!Signals.Any())
        {
            return null;
        }

        var signals = Run.State.SignalCount + Signals.Count() + _laterInBase.Concat(_laterInChain).Count(static e => e.Type is EventType.WorkflowExecutionSignaled);
        return signals > limits.Signals
            ? $"With the signals of the reset the new run would have received {signals}; a run may receive {limits.Signals}. Reset to an earlier workflow task, or exclude signals."
            : null;
    }

    private void ReadOne(ResetSection section)
    {
        var type = _cursor.PeekType();
        if (type is not null && IsOfBase && _cursor.NextEventId < _finishEventId)
        {
            CopyOne(section);
        }
        else if (type is { } later && BranchedHistory.MayBeCarriedOver(later, IsOfBase, _request.Exclusions))
        {
            KeepOne(section);
        }
        else
        {
            section.NotePassed(_cursor.Skip());
        }
    }

    private void CopyOne(ResetSection section)
    {
        var recorded = _cursor.Read(out var encoded);
        var copied = BranchedHistory.Of(recorded, _baseRunId);
        RunMachine.Apply(Run.State, copied);
        if (ReferenceEquals(copied, recorded))
        {
            Run.AppendEncoded(copied, encoded);
        }
        else
        {
            Run.Append(copied);
        }

        section.NoteTaken(encoded.Length);
    }

    private void KeepOne(ResetSection section)
    {
        (IsOfBase ? _laterInBase : _laterInChain).Add(_cursor.Read(out var encoded));
        _waitingBytes += encoded.Length;
        section.NoteTaken(encoded.Length);
    }
}
