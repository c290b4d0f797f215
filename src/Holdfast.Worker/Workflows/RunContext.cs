using Holdfast.Definitions;
using Holdfast.Interception;
using Holdfast.Protocol;
using Microsoft.Extensions.Logging;

namespace Holdfast.Worker;

/// <summary>What workflow code sees of its run.</summary>
internal sealed class RunContext(WorkflowRun run) : WorkflowContext
{
    private WorkflowInfo? _info;
    private long _infoEventId;
    private Random? _random;
    private ILogger? _logger;

    /// <summary>The token of the cancellation scope in which the calling code runs; null when that is the run itself.</summary>
    public static CancellationToken? TokenOfScope => ScopeToken;

    public override WorkflowInfo Info
    {
        get
        {
            if (_info is null || _infoEventId != run.Facts.StartedEventId)
            {
                _info = RunInfo.Of(run);
                _infoEventId = run.Facts.StartedEventId;
            }

            return _info;
        }
    }

    public override DateTimeOffset UtcNow => run.Facts.Time;

    public override Random Random => _random ??= new DeterministicRandom(run.RandomSeed.Value);

    /// <summary>Random numbers begin anew, with another seed.</summary>
    public void DrawAnew() => _random = null;

    public override CancellationToken CancellationToken => run.Cancellation.HandOut();

    protected override CancellationToken RunToken => run.Cancellation.RunToken;

    public override ILogger Logger => _logger ??= new ScopedLogger(run.Settings.LoggerFactory.CreateLogger($"Holdfast.Workflow.{run.Definition.Name}"), LogScope(), () => run.Facts.IsReplaying);

    public override MetricMeter MetricMeter => new(run.Settings.UserMeter?.Value, MeterTags(), () => run.Facts.IsReplaying);

    public override bool IsReplaying => run.Facts.IsReplaying;

    public override SearchAttributes SearchAttributes => run.Noted.SearchAttributes;

    public override PayloadMap Memo => run.Converters.Own.Decode(run.Noted.Memo, PayloadUse.Memo);

    public override bool AllHandlersFinished => run.Handlers.AllFinished;

    public override string CurrentDetails
    {
        get => run.CurrentDetails;
        set
        {
            run.RequireActing();
            run.CurrentDetails = value;
        }
    }

    public override IHandlerRegistry Handlers => run.Registry;

    public override IDataConverter DataConverter => run.Converters.Own;

    public override IDataConverter ChildDataConverter(string workflowType, string workflowId) => run.Converters.OfChild(workflowType, workflowId);

    /// <summary>Runs a body as workflow code of this run. The body must not throw.</summary>
    public void Enter(Action<object?> body, object state)
    {
        var outer = Current;
        Current = this;
        try
        {
            run.Scheduler.Run(body, state);
        }
        finally
        {
            Current = outer;
        }
    }

    public override bool FailsWorkflow(Exception exception) => run.FailurePolicy.EndsWorkflow(exception);

    public override Task<TResult> ScheduleActivityAsync<TResult>(CapturedCall call, ActivityOptions? options) =>
        run.Interception is { } interception ? interception.Outbound.ScheduleActivityAsync<TResult>(call, options) : ActivityCall.ScheduleAsync<TResult>(run, call, options, PayloadMap.Empty);

    public override Task ScheduleActivityAsync(CapturedCall call, ActivityOptions? options) =>
        run.Interception is { } interception ? interception.Outbound.ScheduleActivityAsync<NoResult>(call, options) : ActivityCall.ScheduleAsync<NoResult>(run, call, options, PayloadMap.Empty);

    public override Task<TResult> ScheduleLocalActivityAsync<TResult>(CapturedCall call, LocalActivityOptions? options) =>
        run.Interception is { } interception ? interception.Outbound.ScheduleLocalActivityAsync<TResult>(call, options) : LocalActivityCall.ScheduleAsync<TResult>(run, call, options, PayloadMap.Empty);

    public override Task ScheduleLocalActivityAsync(CapturedCall call, LocalActivityOptions? options) =>
        run.Interception is { } interception ? interception.Outbound.ScheduleLocalActivityAsync<NoResult>(call, options) : LocalActivityCall.ScheduleAsync<NoResult>(run, call, options, PayloadMap.Empty);

    public override Task<StartedChild> StartChildWorkflowAsync(CapturedCall call, ChildWorkflowOptions? options) =>
        run.Interception is { } interception ? interception.Outbound.StartChildWorkflowAsync(call, options) : ChildCall.StartAsync(run, call, options, PayloadMap.Empty);

    public override Task SignalExternalWorkflowAsync(ExternalWorkflowTarget target, CapturedCall call) =>
        run.Interception is { } interception ? interception.Outbound.SignalExternalWorkflowAsync(target, call) : ExternalCall.SignalAsync(run, target, call, PayloadMap.Empty);

    public override Task CancelExternalWorkflowAsync(ExternalWorkflowTarget target, string reason) =>
        run.Interception is { } interception ? interception.Outbound.CancelExternalWorkflowAsync(new CancelExternalWorkflowInput(target, reason)) : ExternalCall.CancelAsync(run, target, reason);

    public override ContinueAsNewException ContinueAsNew(CapturedCall call, ContinueAsNewOptions? options) =>
        run.Interception is { } interception ? interception.Outbound.ContinueAsNew(call, options) : base.ContinueAsNew(call, options);

    public override Task DelayAsync(TimeSpan delay, string summary, CancellationToken? cancellationToken) =>
        run.Interception is { } interception ? interception.Outbound.DelayAsync(new DelayInput(delay, summary, cancellationToken)) : WaitCall.DelayAsync(run, delay, summary, cancellationToken);

    public override Task<bool> WaitConditionAsync(Func<bool> condition, TimeSpan? timeout, CancellationToken? cancellationToken) => WaitCall.ConditionAsync(run, condition, timeout, cancellationToken);

    public override bool UsePatch(string patchId, bool isDeprecated)
    {
        if (run.Interception is { } interception)
        {
            return interception.Outbound.UsePatch(new UsePatchInput(patchId, isDeprecated));
        }

        run.RequireActing();
        return run.Patches.Use(patchId, isDeprecated);
    }

    public override void UpsertSearchAttributes(IReadOnlyList<SearchAttributeUpdate> updates)
    {
        if (run.Interception is { } interception)
        {
            interception.Outbound.UpsertSearchAttributes(new UpsertSearchAttributesInput(updates));
        }
        else
        {
            UpsertCall.SearchAttributes(run, updates);
        }
    }

    public override void UpsertMemo(IReadOnlyList<MemoUpdate> updates)
    {
        if (run.Interception is { } interception)
        {
            interception.Outbound.UpsertMemo(new UpsertMemoInput(updates));
        }
        else
        {
            UpsertCall.Memo(run, updates);
        }
    }

    private KeyValuePair<string, object?>[] MeterTags() =>
    [
        new(TelemetryTags.Namespace, run.Key.Namespace),
        new(TelemetryTags.TaskQueue, Info.TaskQueue),
        new(TelemetryTags.WorkflowType, run.Definition.Name),
    ];

    private KeyValuePair<string, object>[] LogScope() =>
    [
        new("Namespace", run.Key.Namespace),
        new("WorkflowId", run.Key.WorkflowId),
        new("RunId", run.RunId),
        new("WorkflowType", run.Definition.Name),
    ];
}
