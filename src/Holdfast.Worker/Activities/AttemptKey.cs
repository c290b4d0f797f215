using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>What tells attempts apart, without the texts of an <see cref="ActivityRef"/>: quick to hash.</summary>
internal readonly record struct AttemptKey(RunId RunId, long ScheduledEventId, int Attempt)
{
    public static AttemptKey Of(ActivityRef activity) => new(activity.RunId, activity.ScheduledEventId, activity.Attempt);
}
