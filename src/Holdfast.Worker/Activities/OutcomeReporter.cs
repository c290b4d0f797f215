using Holdfast.Protocol;
using Microsoft.Extensions.Logging;

namespace Holdfast.Worker;

/// <summary>Reports how attempts ended. Tries again when the engine is busy or away for a moment; an attempt that is no longer current is let go.</summary>
internal sealed class OutcomeReporter(IWorkflowService service, ActivityTaskHandlerOptions options)
{
    /// <summary>Reports tried in all.</summary>
    public const int MaximumTries = 6;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(50);

    private readonly ILogger logger = options.LoggerFactory.CreateLogger<OutcomeReporter>();

    public async Task ReportAsync(ActivityTask task, ActivityOutcome outcome)
    {
        var request = new RespondActivityTaskRequest(task.Activity, outcome, options.Identity);
        for (var tries = 1; ; tries++)
        {
            try
            {
                await service.RespondActivityTaskAsync(request, CancellationToken.None);
                return;
            }
            catch (HoldfastException exception) when (IsGone(exception))
            {
                ActivityLog.Stale(logger, task.ActivityType, task.Activity, exception.Message);
                return;
            }
            catch (HoldfastException exception) when (IsPassing(exception) && tries < MaximumTries)
            {
                await Task.Delay(FirstDelay * Math.Pow(2, tries - 1), options.TimeProvider, CancellationToken.None);
            }
            catch (Exception exception)
            {
                ActivityLog.ReportLost(logger, task.ActivityType, task.Activity, tries, exception);
                return;
            }
        }
    }

    private static bool IsGone(HoldfastException exception) => exception.Code == ErrorCodes.StaleAttempt || exception.Code == ErrorCodes.NotFound || exception.Code == ErrorCodes.RunClosed;

    private static bool IsPassing(HoldfastException exception) => exception.Code == ErrorCodes.ResourceExhausted || exception.Code == ErrorCodes.Unavailable;
}
