namespace Holdfast.Generators.Definitions;

/// <summary>What an activity's attribute says.</summary>
/// <param name="Name">The activity type's name.</param>
/// <param name="StartToCloseTicks">Timeout; null when not given.</param>
/// <param name="ScheduleToCloseTicks">Timeout; null when not given.</param>
/// <param name="HeartbeatTicks">Timeout; null when not given.</param>
/// <param name="MaximumAttempts">0 means no limit.</param>
/// <param name="IsDynamic">True when it serves every activity type that no other does.</param>
internal sealed record ActivityHeader(string Name, long? StartToCloseTicks, long? ScheduleToCloseTicks, long? HeartbeatTicks, int MaximumAttempts, bool IsDynamic = false)
{
    /// <summary>Limits that attributes declare.</summary>
    public LimitSet Limits { get; init; } = LimitSet.None;
}
