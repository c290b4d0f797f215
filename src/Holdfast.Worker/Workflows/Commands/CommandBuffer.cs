using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Commands of the task under way, and those of the tasks before that history has yet to show.</summary>
internal sealed class CommandBuffer
{
    private readonly List<OutgoingCommand> _outgoing = [];
    private readonly Queue<OutgoingCommand> _expected = new();
    private OutgoingCommand? _close;

    /// <summary>True when the code has ended the run.</summary>
    public bool IsClosing => _close is not null;

    /// <summary>Reads what <see cref="MatchRecorded"/> will read; the value means nothing.</summary>
    public int ReadAhead() => _outgoing.Count + (_expected.TryPeek(out var next) && next.IsSent ? 1 : 0);

    /// <summary>As <see cref="ReadAhead"/>, one level of objects further.</summary>
    public int ReadFurtherAhead() => _expected.TryPeek(out var next) ? next.ReadAhead() : 0;

    /// <summary>Adds a command.</summary>
    public void Add(OutgoingCommand command) => _outgoing.Add(command);

    /// <summary>Ends the run; the first close stays.</summary>
    public void Close(OutgoingCommand command) => _close ??= command;

    /// <summary>Ends the task: gives its commands in order, the closing one last, and expects history to show them.</summary>
    public IReadOnlyList<Command> Send()
    {
        if (_close is { IsSent: false })
        {
            _outgoing.Add(_close);
        }

        var commands = new List<Command>(_outgoing.Count);
        foreach (var command in _outgoing)
        {
            if (!command.IsDropped)
            {
                commands.Add(command.Send());
                Expect(command);
            }
        }

        _outgoing.Clear();
        return commands;
    }

    /// <summary>Checks an event that a command left against the command that is next.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.NonDeterminism"/> when they differ.</exception>
    public void MatchRecorded(HistoryEvent recorded)
    {
        while (_expected.TryPeek(out var next))
        {
            if (next.Matches(recorded))
            {
                _expected.Dequeue();
                next.OnRecorded(recorded);
                return;
            }

            if (!next.MayBeMissing)
            {
                break;
            }

            _expected.Dequeue();
        }

        if (!MayBeUnasked(recorded))
        {
            throw _expected.TryPeek(out var asked) ? NonDeterminism.Mismatch(recorded, asked) : NonDeterminism.NothingAsked(recorded);
        }
    }

    /// <summary>Checks that history showed every command.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.NonDeterminism"/> when it did not.</exception>
    public void RequireAllRecorded(HistoryEvent at)
    {
        while (_expected.TryDequeue(out var next))
        {
            if (!next.MayBeMissing)
            {
                throw NonDeterminism.NotRecorded(at, next);
            }
        }
    }

    /// <summary>A patch that was deprecated may have gone from the code.</summary>
    private static bool MayBeUnasked(HistoryEvent recorded) => ChangeVersions.IsUpsert(recorded) || PatchMarker.Of(recorded) is { IsDeprecated: true };

    private void Expect(OutgoingCommand command)
    {
        if (command.LeavesEvent)
        {
            _expected.Enqueue(command);
        }
    }
}
