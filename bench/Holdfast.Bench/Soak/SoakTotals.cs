namespace Holdfast.Bench;

/// <summary>What a soak came to.</summary>
/// <param name="Seconds">How long the load lasted.</param>
/// <param name="ActivitiesPerSecond">The load that was to be brought.</param>
/// <param name="Activities">Activities that were done.</param>
/// <param name="Failed">Runs that failed or gave a wrong result.</param>
/// <param name="Refused">Calls that were refused (HF2100) after the client had tried for as long as it does.</param>
/// <param name="MedianMilliseconds">Start to result of all runs.</param>
/// <param name="TailMilliseconds">Their 99th percentile.</param>
internal sealed record SoakTotals(double Seconds, double ActivitiesPerSecond, long Activities, long Failed, long Refused, double MedianMilliseconds, double TailMilliseconds);
