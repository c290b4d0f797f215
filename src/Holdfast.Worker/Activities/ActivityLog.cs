using Holdfast.Protocol;
using Microsoft.Extensions.Logging;

namespace Holdfast.Worker;

/// <summary>Log messages about activity attempts; event IDs 3100 to 3199.</summary>
internal static partial class ActivityLog
{
    [LoggerMessage(3100, LogLevel.Warning, "Activity {ActivityType} ({Activity}) failed.")]
    public static partial void Failed(ILogger logger, string activityType, ActivityRef activity, Exception exception);

    [LoggerMessage(3101, LogLevel.Debug, "Activity {ActivityType} ({Activity}) failed as expected.")]
    public static partial void FailedBenignly(ILogger logger, string activityType, ActivityRef activity, Exception exception);

    [LoggerMessage(3102, LogLevel.Information, "The outcome of activity {ActivityType} ({Activity}) is no longer wanted: {Reason}")]
    public static partial void Stale(ILogger logger, string activityType, ActivityRef activity, string reason);

    [LoggerMessage(3103, LogLevel.Error, "The outcome of activity {ActivityType} ({Activity}) could not be reported in {Tries} tries; the attempt ends by its timeout.")]
    public static partial void ReportLost(ILogger logger, string activityType, ActivityRef activity, int tries, Exception exception);

    [LoggerMessage(3104, LogLevel.Warning, "A heartbeat of activity {ActivityType} ({Activity}) could not be sent; the next one is tried.")]
    public static partial void HeartbeatLost(ILogger logger, string activityType, ActivityRef activity, Exception exception);

    [LoggerMessage(3105, LogLevel.Warning, "What activity {ActivityType} ({Activity}) used could not be disposed.")]
    public static partial void DisposeFailed(ILogger logger, string activityType, ActivityRef activity, Exception exception);
}
