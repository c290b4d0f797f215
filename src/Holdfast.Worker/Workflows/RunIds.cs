using System.Globalization;

namespace Holdfast.Worker;

/// <summary>Hands out the IDs of a run's activities, timers and children: numbers from 1, so that a replay gives the same.</summary>
internal sealed class RunIds
{
    private int activities;
    private long timers;
    private long children;

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    public string NextActivity() => Text(NextActivityNumber());

    /// <summary>Activities and local activities share their numbers.</summary>
    public int NextActivityNumber() => ++activities;

    public string NextTimer() => (++timers).ToString(CultureInfo.InvariantCulture);

    public string NextChild() => (++children).ToString(CultureInfo.InvariantCulture);
}
