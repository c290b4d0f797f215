using Holdfast.Definitions;
using Holdfast.Interception;
using Holdfast.Protocol;
using Microsoft.Extensions.Logging;

namespace Holdfast.Worker;

/// <summary>One attempt of an activity from its start to the report of its end; the context that its code sees.</summary>
internal sealed class ActivityAttempt(ActivityTask given, ActivityRegistration registration, ActivityServices services, Action<ActivityAttempt> finished) : ActivityContext, IThreadPoolWorkItem, IReportReceipt, IDisposable
{
    private const int NotCanceled = 0;

    private readonly CancellationTokenSource _cancellation = new();
    private ActivityTask _task = given;
    private ActivityInfo? _info;
    private ILogger? _logger;
    private HeartbeatThrottle? _heartbeats;
    private IDataConverter? _converter;
    private AttemptInterception? _interception;
    private RespondActivityTaskRequest? _report;
    private int _cancelReason;

    public override ActivityInfo Info => _interception is null ? OwnInfo : _interception.Outbound.Info;

    /// <summary>The attempt as it is, before interceptors.</summary>
    public ActivityInfo OwnInfo => _info ??= new ActivityInfo(_task);

    public override CancellationToken CancellationToken => _cancellation.Token;

    public override ActivityCancelReason? CancelReason => Volatile.Read(ref _cancelReason) is var reason and not NotCanceled ? (ActivityCancelReason)reason : null;

    public override CancellationToken WorkerShutdownToken => services.ShutdownToken;

    public override ILogger Logger => _logger ??= new ScopedLogger(services.Options.LoggerFactory.CreateLogger($"Holdfast.Activity.{_task.ActivityType}"), LogScope(), static () => false);

    public override MetricMeter MetricMeter => new(services.UserMeter.Value, MeterTags(), isSilent: null);

    public override FailureDetails LastHeartbeatDetails => FailureDetails.Of(_task.HeartbeatDetails, Converter.For(PayloadUse.HeartbeatDetails));

    /// <summary>Converts the attempt's payloads.</summary>
    public IDataConverter Converter => _converter ??= services.Options.DataConverter.ForActivity(_task);

    public ActivityTask ActivityTask => _task;

    public AttemptKey Key => AttemptKey.Of(_task.Activity);

    /// <summary>Runs the activity and reports its end. Never throws.</summary>
    public async Task RunAsync()
    {
        Enter();
        var begun = services.Instruments.Begin();
        var outcome = await ExecuteAsync();
        services.Instruments.Ended(begun, registration.Definition.Name, _task, outcome);
        _heartbeats?.Dispose();
        if (services.EndedLocally is { } endedLocally)
        {
            endedLocally(_task, outcome);
            finished(this);
            return;
        }

        if (services.External is { } external && external.HasLarge(outcome, PayloadRewriting.Rewrite))
        {
            outcome = await StoreAsync(external, outcome);
        }

        _report = services.Reporter!.ReportOf(_task, outcome);
        if (services.Reports is { } reports)
        {
            AttemptRelay.Report(reports, _report, this);
        }
        else
        {
            await SendAsync(_report);
        }
    }

    /// <inheritdoc/>
    void IReportReceipt.Reported(Exception? failure)
    {
        if (failure is null)
        {
            finished(this);
        }
        else
        {
            QueueRetry(failure);
        }
    }

    /// <inheritdoc/>
    void IThreadPoolWorkItem.Execute() => _ = RunAsync();

    public override void Heartbeat(params IReadOnlyList<object?> details)
    {
        ArgumentNullException.ThrowIfNull(details);
        if (_interception is null)
        {
            RecordHeartbeat(details);
        }
        else
        {
            _interception.Outbound.Heartbeat(new HeartbeatInput(details));
        }
    }

    /// <summary>Records a heartbeat that has passed the interceptors.</summary>
    public void RecordHeartbeat(IReadOnlyList<object?> details)
    {
        if (services.Service is null)
        {
            return; // a local activity: the worker itself knows that it lives
        }

        Heartbeats().Record(details.Count == 0 ? Payloads.Empty : HeartbeatPayloads(details));
    }

    public override Task<Blob> CreateBlobAsync(Stream content, CancellationToken cancellationToken = default) => BlobAccess.CreateAsync(services.Options.BlobStore, content, cancellationToken);

    public override Task<Stream> OpenBlobAsync(Blob blob, CancellationToken cancellationToken = default) => BlobAccess.OpenAsync(services.Options.BlobStore, blob, cancellationToken);

    /// <summary>Tells the attempt to stop, on the activities' scheduler; the first reason stays.</summary>
    public void Cancel(ActivityCancelReason reason)
    {
        if (Interlocked.CompareExchange(ref _cancelReason, (int)reason, NotCanceled) == NotCanceled)
        {
            _ = Task.Factory.StartNew(static state => ((ActivityAttempt)state!).CancelToken(), this, CancellationToken.None, TaskCreationOptions.DenyChildAttach, services.Options.Scheduler);
        }
    }

    public void Dispose()
    {
        _heartbeats?.Dispose();
        lock (_cancellation)
        {
            _cancellation.Dispose();
        }
    }

    private async Task SendAsync(RespondActivityTaskRequest request)
    {
        try
        {
            await services.Service!.RespondActivityTaskAsync(request, CancellationToken.None);
        }
        catch (Exception exception)
        {
            await RetryAsync(request, exception);
            return;
        }

        finished(this);
    }

    /// <summary>A method of its own: its closure is made at its start.</summary>
    private void QueueRetry(Exception failure) =>
        _ = Task.Factory.StartNew(() => RetryAsync(_report!, failure), CancellationToken.None, TaskCreationOptions.DenyChildAttach, services.Options.Scheduler);

    private async Task RetryAsync(RespondActivityTaskRequest request, Exception failure)
    {
        await services.Reporter!.RetryAsync(_task, request, failure);
        finished(this);
    }

    private void CancelToken()
    {
        try
        {
            _cancellation.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The attempt ended meanwhile: nothing is left to cancel.
        }
        catch (AggregateException exception)
        {
            ActivityLog.Failed(services.Logger, _task.ActivityType, _task.Activity, exception);
        }
    }

    private async ValueTask<ActivityOutcome> ExecuteAsync()
    {
        var instance = default(AttemptInstance);
        try
        {
            if (services.External is { } external)
            {
                _task = await external.FetchAsync(_task, PayloadRewriting.Rewrite, _cancellation.Token);
            }

            instance = services.Instances.Get(registration);
            var result = await InvokeAsync(instance.Value);
            services.PayloadSizes.Require(result, static t => $"The result of {Of(t)}", _task);
            return new ActivityOutcome.Completed(result);
        }
        catch (ActivityCompletesLaterException)
        {
            return new ActivityOutcome.CompletesLater();
        }
        catch (Exception exception)
        {
            return AttemptOutcome.Of(exception, _task, services, Converter, CancelReason, _heartbeats?.Unsent);
        }
        finally
        {
            await DisposeAsync(instance);
        }
    }

    private Task<Payloads> InvokeAsync(object? instance)
    {
        _interception = services.Options.Interceptors.Count == 0 ? null : AttemptInterception.Of(this, services.Options.Interceptors);
        return _interception is null
            ? registration.Definition.Invoke(instance, new InvocationArguments(_task.Input, Converter, _task.ActivityType), _cancellation.Token)
            : _interception.ExecuteAsync(registration.Definition, instance);
    }

    /// <summary>What cannot be stored now fails the attempt, which is tried again.</summary>
    private async Task<ActivityOutcome> StoreAsync(ExternalPayloads external, ActivityOutcome outcome)
    {
        try
        {
            return await external.StoreAsync(outcome, PayloadRewriting.Rewrite);
        }
        catch (Exception exception)
        {
            return AttemptOutcome.Of(exception, _task, services, Converter, CancelReason, unsentDetails: null);
        }
    }

    private static string Of(ActivityTask task) => StandaloneActivity.Is(task.Activity.Workflow.WorkflowId)
        ? $"activity '{task.ActivityType}' (ID {task.ActivityId})"
        : $"activity '{task.ActivityType}' (ID {task.ActivityId}) of workflow '{task.WorkflowType}' (ID {task.Activity.Workflow.WorkflowId})";

    private Payloads HeartbeatPayloads(IReadOnlyList<object?> details)
    {
        var payloads = Payloads.Of([.. details.Select(Converter.For(PayloadUse.HeartbeatDetails).ToPayload)]);
        services.PayloadSizes.Require(payloads, static t => $"The heartbeat's details of {Of(t)}", _task);
        return payloads;
    }

    private async ValueTask DisposeAsync(AttemptInstance instance)
    {
        try
        {
            await instance.DisposeAsync();
        }
        catch (Exception exception)
        {
            ActivityLog.DisposeFailed(services.Logger, _task.ActivityType, _task.Activity, exception);
        }
    }

    private HeartbeatThrottle Heartbeats()
    {
        lock (_cancellation)
        {
            return _heartbeats ??= new HeartbeatThrottle(_task, services, Cancel);
        }
    }

    private KeyValuePair<string, object?>[] MeterTags() =>
    [
        new(TelemetryTags.Namespace, _task.Activity.Workflow.Namespace),
        new(TelemetryTags.TaskQueue, _task.TaskQueue),
        new(TelemetryTags.WorkflowType, _task.WorkflowType),
        new(TelemetryTags.ActivityType, _task.ActivityType),
    ];

    private KeyValuePair<string, object>[] LogScope() =>
    [
        new("Namespace", _task.Activity.Workflow.Namespace),
        new("WorkflowId", _task.Activity.Workflow.WorkflowId),
        new("RunId", _task.Activity.RunId),
        new("ActivityType", _task.ActivityType),
        new("ActivityId", _task.ActivityId),
        new("Attempt", _task.Activity.Attempt - _task.ForgivenAttempts),
    ];
}
