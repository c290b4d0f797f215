using System.Globalization;

namespace Holdfast.Worker;

/// <summary>Hands out the IDs of a run's activities, timers and children: numbers from 1, so that a replay gives the same.</summary>
internal sealed class RunIds
{
    private int _activities;
    private long _timers;
    private long _children;

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    public string NextActivity() => Text(NextActivityNumber());

    /// <summary>Activities and local activities share their numbers.</summary>
    public int NextActivityNumber() => ++_activities;

    public string NextTimer() => (++_timers).ToString(CultureInfo.InvariantCulture);

    public string NextChild() => (++_children).ToString(CultureInfo.InvariantCulture);
}
