namespace Holdfast;

/// <summary>
/// Marks an activity: a method (static, instance, or of an interface) that may fail, have side effects, and is retried. Called from workflow code it is
/// scheduled durably; called from anywhere else it is an ordinary method.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ActivityAttribute : Attribute
{
    /// <summary>The activity type's name. Default: the method name without a trailing "Async".</summary>
    public string? Name { get; init; }

    /// <summary>
    /// True for the activity that serves every activity type that the worker knows no other for: it takes <see cref="RawArguments"/> (and a cancellation token, if it
    /// likes), and finds the type in <see cref="ActivityInfo.ActivityType"/>. Default false.
    /// </summary>
    public bool Dynamic { get; init; }

    /// <summary>Limit of one attempt, as a TimeSpan such as "00:05:00", when the call gives none. Default: 5 minutes.</summary>
    public string? StartToCloseTimeout { get; init; }

    /// <summary>Limit over all attempts, as a TimeSpan, when the call gives none. Default: none.</summary>
    public string? ScheduleToCloseTimeout { get; init; }

    /// <summary>Longest silence between heartbeats, as a TimeSpan, when the call gives none. Default: none expected.</summary>
    public string? HeartbeatTimeout { get; init; }

    /// <summary>Attempts allowed in all when the call gives no retry policy. 0 (the default) means no limit, 1 means at most once.</summary>
    public int MaximumAttempts { get; init; }
}
