using Holdfast.Definitions;
using Holdfast.Protocol;
using Microsoft.Extensions.Logging;

namespace Holdfast.Generators.EndToEnd.Tests;

/// <summary>A workflow context in which nothing but activities can be used.</summary>
internal abstract class ActivitiesOnlyContext : WorkflowContext
{
    public override WorkflowInfo Info => throw Unused();

    public override DateTimeOffset UtcNow => throw Unused();

    public override Random Random => throw Unused();

    public override CancellationToken CancellationToken => throw Unused();

    public override ILogger Logger => throw Unused();

    protected override CancellationToken RunToken => throw Unused();

    public override bool IsReplaying => throw Unused();

    public override bool AllHandlersFinished => throw Unused();

    public override string CurrentDetails
    {
        get => throw Unused();
        set => throw Unused();
    }

    public override IHandlerRegistry Handlers => throw Unused();

    public override SearchAttributes SearchAttributes => throw Unused();

    public override PayloadMap Memo => throw Unused();

    public override IDataConverter DataConverter => throw Unused();

    public override bool FailsWorkflow(Exception exception) => throw Unused();

    public override Task<TResult> ScheduleLocalActivityAsync<TResult>(CapturedCall call, LocalActivityOptions? options) => throw Unused();

    public override Task ScheduleLocalActivityAsync(CapturedCall call, LocalActivityOptions? options) => throw Unused();

    public override Task<StartedChild> StartChildWorkflowAsync(CapturedCall call, ChildWorkflowOptions? options) => throw Unused();

    public override Task SignalExternalWorkflowAsync(ExternalWorkflowTarget target, CapturedCall call) => throw Unused();

    public override Task CancelExternalWorkflowAsync(ExternalWorkflowTarget target, string reason) => throw Unused();

    public override Task DelayAsync(TimeSpan delay, string summary, CancellationToken? cancellationToken) => throw Unused();

    public override Task<bool> WaitConditionAsync(Func<bool> condition, TimeSpan? timeout, CancellationToken? cancellationToken) => throw Unused();

    public override bool UsePatch(string patchId, bool isDeprecated) => throw Unused();

    public override void UpsertSearchAttributes(IReadOnlyList<SearchAttributeUpdate> updates) => throw Unused();

    public override void UpsertMemo(IReadOnlyList<MemoUpdate> updates) => throw Unused();

    private static InvalidOperationException Unused() => new("The test uses activities only.");
}
