namespace Holdfast.Protocol;

/// <summary>Names pending activities of a run: one by its ID, those of a type, or all.</summary>
public sealed record ActivitySelector
{
    private ActivitySelector()
    {
    }

    /// <summary>Every pending activity.</summary>
    public static ActivitySelector All { get; } = new();

    /// <summary>The activity's ID; null when it makes no difference.</summary>
    public string? ActivityId { get; private init; }

    /// <summary>The activity type; null when it makes no difference.</summary>
    public string? ActivityType { get; private init; }

    /// <summary>The activity of an ID.</summary>
    /// <param name="activityId">The ID, as the description of the run shows it.</param>
    public static ActivitySelector WithId(string activityId) => new() { ActivityId = activityId };

    /// <summary>The activities of a type.</summary>
    /// <param name="activityType">The type's name.</param>
    public static ActivitySelector OfType(string activityType) => new() { ActivityType = activityType };

    /// <summary>Whether an activity is among them.</summary>
    /// <param name="activityId">Its ID.</param>
    /// <param name="activityType">Its type.</param>
    public bool Selects(string activityId, string activityType) =>
        (ActivityId is null || string.Equals(ActivityId, activityId, StringComparison.Ordinal))
        && (ActivityType is null || string.Equals(ActivityType, activityType, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override string ToString() => ActivityId is not null ? $"with the ID '{ActivityId}'" : ActivityType is not null ? $"of type '{ActivityType}'" : "at all";
}
