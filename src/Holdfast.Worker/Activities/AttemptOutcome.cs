using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>What an exception out of an activity means for its attempt.</summary>
internal static class AttemptOutcome
{
    /// <summary>Failure type of an attempt that ended because its worker stopped; it is retried.</summary>
    public const string WorkerShutdown = "WorkerShutdown";

    /// <summary>Failure type of an attempt that ended because its activity or run was paused; it is retried when unpaused.</summary>
    public const string ActivityPaused = "ActivityPause";

    /// <summary>Failure type of an attempt that ended because its activity was reset; it is retried.</summary>
    public const string ActivityReset = "ActivityReset";

    public static ActivityOutcome Of(Exception exception, ActivityTask task, ActivityServices services, IDataConverter converter, ActivityCancelReason? reason, Payloads? unsentDetails)
    {
        if (exception is OperationCanceledException && reason is ActivityCancelReason.CancelRequested)
        {
            return Canceled(exception as CanceledFailureException, task, services, converter, unsentDetails);
        }

        Log(exception, task, services);
        return new ActivityOutcome.Failed(FailureOf(exception, converter, reason), unsentDetails);
    }

    private static ActivityOutcome Canceled(CanceledFailureException? exception, ActivityTask task, ActivityServices services, IDataConverter converter, Payloads? unsentDetails)
    {
        try
        {
            return new ActivityOutcome.Canceled(exception?.Details.ToPayloads(converter.For(PayloadUse.Failure)) ?? Payloads.Empty);
        }
        catch (HoldfastException trouble)
        {
            Log(trouble, task, services);
            return new ActivityOutcome.Failed(FailureConverter.ToFailure(trouble, converter), unsentDetails);
        }
    }

    /// <summary>A cancellation that nobody asked for (an HTTP request timed out, the worker stops) is a failure like any other and is retried.</summary>
    private static Failure FailureOf(Exception exception, IDataConverter converter, ActivityCancelReason? reason)
    {
        var failure = FailureConverter.ToFailure(exception, converter);
        if (exception is PayloadTooLargeException && failure.Info is FailureInfo.Application tooLarge)
        {
            return failure with { Info = tooLarge with { NonRetryable = true } }; // the next attempt would make the same
        }

        if (failure.Info is not FailureInfo.Canceled)
        {
            return failure;
        }

        var type = reason switch
        {
            ActivityCancelReason.WorkerShutdown => WorkerShutdown,
            ActivityCancelReason.Paused => ActivityPaused,
            ActivityCancelReason.Reset => ActivityReset,
            _ => exception.GetType().Name,
        };
        return failure with { Info = new FailureInfo.Application(type, false, Payloads.Empty) };
    }

    private static void Log(Exception exception, ActivityTask task, ActivityServices services)
    {
        if (exception is ApplicationFailureException { Category: FailureCategory.Benign })
        {
            ActivityLog.FailedBenignly(services.Logger, task.ActivityType, task.Activity, exception);
        }
        else
        {
            ActivityLog.Failed(services.Logger, task.ActivityType, task.Activity, exception);
        }
    }
}
