using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Control.Verbs;

/// <summary>Changes options of an activity that a client started, or gives them back.</summary>
internal sealed class UpdateActivityOptionsVerb : IControlVerb
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        var (settings, handle) = (context.Request.Activity ?? new(), context.Activity());
        ActivityOptionsChange change = new()
        {
            TaskQueue = settings.TaskQueue,
            ScheduleToCloseTimeout = settings.ScheduleToCloseTimeout,
            ScheduleToStartTimeout = settings.ScheduleToStartTimeout,
            StartToCloseTimeout = settings.StartToCloseTimeout,
            HeartbeatTimeout = settings.HeartbeatTimeout,
            RetryPolicy = ChangesRetries(settings) ? RetryPolicyOf(settings, (await handle.DescribeAsync(cancellationToken)).RetryPolicy) : null,
        };
        if (settings.RestoreOptions == (change != new ActivityOptionsChange()))
        {
            throw new HoldfastException(ErrorCodes.InvalidArgument, $"'{context.Request.Verb}' takes options to change, or gives all of them back; say one of the two.");
        }

        await (settings.RestoreOptions ? handle.RestoreOptionsAsync(cancellationToken) : handle.UpdateOptionsAsync(change, cancellationToken));
    }

    private static bool ChangesRetries(ActivitySettings settings) =>
        settings is not { MaximumAttempts: null, RetryInitialInterval: null, RetryMaximumInterval: null, RetryBackoffCoefficient: null };

    private static RetryPolicy RetryPolicyOf(ActivitySettings settings, RetryPolicy current) => current with
    {
        MaximumAttempts = settings.MaximumAttempts ?? current.MaximumAttempts,
        InitialInterval = settings.RetryInitialInterval ?? current.InitialInterval,
        MaximumInterval = settings.RetryMaximumInterval ?? current.MaximumInterval,
        BackoffCoefficient = settings.RetryBackoffCoefficient ?? current.BackoffCoefficient,
    };
}
