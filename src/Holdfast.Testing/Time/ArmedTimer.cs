namespace Holdfast.Testing;

/// <summary>A timer's place in the order in which timers run.</summary>
internal sealed record ArmedTimer(DateTimeOffset DueTime, long Sequence, VirtualTimer Timer) : IComparable<ArmedTimer>
{
    public int CompareTo(ArmedTimer? other) => other is null ? 1 : (DueTime, Sequence).CompareTo((other.DueTime, other.Sequence));

    public static bool operator <(ArmedTimer left, ArmedTimer right) => left.CompareTo(right) < 0;

    public static bool operator >(ArmedTimer left, ArmedTimer right) => left.CompareTo(right) > 0;

    public static bool operator <=(ArmedTimer left, ArmedTimer right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ArmedTimer left, ArmedTimer right) => left.CompareTo(right) >= 0;
}
