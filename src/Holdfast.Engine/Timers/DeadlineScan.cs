namespace Holdfast.Engine;

/// <summary>Looks at deadlines one by one: keeps the earliest, and collects those that are due when it is given a list.</summary>
internal ref struct DeadlineScan
{
    private readonly DateTimeOffset _now;
    private readonly List<Deadline>? _due;

    internal DeadlineScan(DateTimeOffset now, List<Deadline> due)
    {
        _now = now;
        _due = due;
    }

    internal Deadline? Earliest { get; private set; }

    internal void See(RunTimerKind kind, long eventId, int attempt, DateTimeOffset dueTime)
    {
        var deadline = new Deadline(dueTime, new RunTimer(kind, eventId, attempt));
        if (_due is not null && dueTime <= _now)
        {
            _due.Add(deadline);
        }

        if (Earliest is null || deadline < Earliest.Value)
        {
            Earliest = deadline;
        }
    }
}
