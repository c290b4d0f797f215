using System.Globalization;

namespace Holdfast.Worker;

/// <summary>Hands out the IDs of a run's activities, timers and children: numbers from 1, so that a replay gives the same.</summary>
internal sealed class RunIds
{
    private long activities;
    private long timers;
    private long children;

    public string NextActivity() => (++activities).ToString(CultureInfo.InvariantCulture);

    public string NextTimer() => (++timers).ToString(CultureInfo.InvariantCulture);

    public string NextChild() => (++children).ToString(CultureInfo.InvariantCulture);
}
