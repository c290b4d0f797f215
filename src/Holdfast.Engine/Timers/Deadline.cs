namespace Holdfast.Engine;

/// <summary>A time at which a run must be looked at, and what for.</summary>
internal readonly record struct Deadline(DateTimeOffset DueTime, RunTimer Timer) : IComparable<Deadline>
{
    /// <summary>Orders by time; then by kind, so that the wider timeout wins; then by event.</summary>
    public int CompareTo(Deadline other)
    {
        var byTime = DueTime.CompareTo(other.DueTime);
        if (byTime != 0)
        {
            return byTime;
        }

        var byKind = Timer.Kind.CompareTo(other.Timer.Kind);
        return byKind != 0 ? byKind : Timer.EventId.CompareTo(other.Timer.EventId);
    }

    public static bool operator <(Deadline left, Deadline right) => left.CompareTo(right) < 0;

    public static bool operator >(Deadline left, Deadline right) => left.CompareTo(right) > 0;

    public static bool operator <=(Deadline left, Deadline right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Deadline left, Deadline right) => left.CompareTo(right) >= 0;
}
