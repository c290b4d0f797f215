using Holdfast.Protocol;
using Microsoft.Extensions.Logging;

namespace Holdfast.Worker;

/// <summary>Reports how attempts ended. Tries again when the engine is busy or away for a moment; an attempt that is no longer current is let go.</summary>
internal sealed class OutcomeReporter(IWorkflowService service, ActivityTaskHandlerOptions options)
{
    /// <summary>Reports tried in all.</summary>
    public const int MaximumTries = 6;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(50);

    private readonly ILogger _logger = options.LoggerFactory.CreateLogger<OutcomeReporter>();

    /// <summary>What is to be reported of an attempt. The first try is the attempt's own: hardly any needs another.</summary>
    public RespondActivityTaskRequest ReportOf(ActivityTask task, ActivityOutcome outcome) => new(task.Activity, outcome, options.Identity);

    /// <summary>Tries again after the first try failed, unless there is no use in it. Never throws.</summary>
    public async Task RetryAsync(ActivityTask task, RespondActivityTaskRequest report, Exception failure)
    {
        for (var tries = 1; CanRetry(task, failure, tries); tries++)
        {
            await Task.Delay(FirstDelay * Math.Pow(2, tries - 1), options.TimeProvider, CancellationToken.None);
            try
            {
                await service.RespondActivityTaskAsync(report, CancellationToken.None);
                return;
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        }
    }

    private bool CanRetry(ActivityTask task, Exception failure, int tries)
    {
        switch (failure)
        {
            case HoldfastException exception when IsGone(exception):
                ActivityLog.Stale(_logger, task.ActivityType, task.Activity, exception.Message);
                return false;
            case HoldfastException exception when IsPassing(exception) && tries < MaximumTries:
                return true;
            default:
                ActivityLog.ReportLost(_logger, task.ActivityType, task.Activity, tries, failure);
                return false;
        }
    }

    private static bool IsGone(HoldfastException exception) => exception.Code == ErrorCodes.StaleAttempt || exception.Code == ErrorCodes.NotFound || exception.Code == ErrorCodes.RunClosed;

    private static bool IsPassing(HoldfastException exception) => exception.Code == ErrorCodes.ResourceExhausted || exception.Code == ErrorCodes.Unavailable;
}
