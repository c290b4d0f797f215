using Holdfast.Definitions;
using Holdfast.Protocol;
using Microsoft.Extensions.Logging;

namespace Holdfast;

/// <summary>What workflow code can do; implemented by the worker, current while a workflow task runs.</summary>
/// <remarks>Threading: bound to the thread that runs the workflow task, and to nothing that outlives it.</remarks>
public abstract class WorkflowContext
{
    [ThreadStatic]
    private static WorkflowContext? _current;

    /// <summary>The context of the workflow code that runs on this thread; null outside workflow code.</summary>
    public static WorkflowContext? Current
    {
        get => _current;
        protected set => _current = value;
    }

    /// <summary>What the code may know of its run.</summary>
    public abstract WorkflowInfo Info { get; }

    /// <summary>The time of the current workflow task.</summary>
    public abstract DateTimeOffset UtcNow { get; }

    /// <summary>Random numbers that are the same on every replay.</summary>
    public abstract Random Random { get; }

    /// <summary>Canceled when cancellation of the run is requested.</summary>
    public abstract CancellationToken CancellationToken { get; }

    /// <summary>The run's token for the SDK's own use: unlike <see cref="CancellationToken"/>, asking for it does not mean that user code waits for it.</summary>
    protected internal abstract CancellationToken RunToken { get; }

    /// <summary>The token of the cancellation scope in which the calling code runs; null when that is the run itself.</summary>
    protected static CancellationToken? ScopeToken => CancellationScope.Current?.OperationToken;

    /// <summary>A logger that is silent during replay.</summary>
    public abstract ILogger Logger { get; }

    /// <summary>Makes instruments that are silent during replay. Default: one that measures nothing.</summary>
    public virtual MetricMeter MetricMeter => MetricMeter.None;

    /// <summary>True while history is replayed.</summary>
    public abstract bool IsReplaying { get; }

    /// <summary>The run's search attributes, changes of this code included.</summary>
    public abstract SearchAttributes SearchAttributes { get; }

    /// <summary>The run's memo, changes of this code included.</summary>
    public abstract PayloadMap Memo { get; }

    /// <summary>True when no signal or update handler is under way.</summary>
    public abstract bool AllHandlersFinished { get; }

    /// <summary>What the code tells people of where it is.</summary>
    public abstract string CurrentDetails { get; set; }

    /// <summary>The run's handlers.</summary>
    public abstract IHandlerRegistry Handlers { get; }

    /// <summary>Converts arguments and results.</summary>
    public abstract IDataConverter DataConverter { get; }

    /// <summary>Converts arguments and results of a child workflow. Default: as those of the workflow.</summary>
    public virtual IDataConverter ChildDataConverter(string workflowType, string workflowId) => DataConverter;

    /// <summary>The current context.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.NotInWorkflow"/> outside workflow code.</exception>
    public static WorkflowContext Require() =>
        _current ?? throw new HoldfastException(ErrorCodes.NotInWorkflow, "This can be called in workflow code only. If this is workflow code, it has left the workflow's scheduler: look for Task.Run, ConfigureAwait(false) or an await of something that is not from Workflow.*.");

    /// <summary>True when an exception out of workflow code ends the workflow; false when it only fails the workflow task.</summary>
    public abstract bool FailsWorkflow(Exception exception);

    /// <summary>Schedules an activity and waits for its result.</summary>
    public abstract Task<TResult> ScheduleActivityAsync<TResult>(CapturedCall call, ActivityOptions? options);

    /// <summary>Schedules an activity and waits for its end.</summary>
    public abstract Task ScheduleActivityAsync(CapturedCall call, ActivityOptions? options);

    /// <summary>Runs a local activity and waits for its result.</summary>
    public abstract Task<TResult> ScheduleLocalActivityAsync<TResult>(CapturedCall call, LocalActivityOptions? options);

    /// <summary>Runs a local activity and waits for its end.</summary>
    public abstract Task ScheduleLocalActivityAsync(CapturedCall call, LocalActivityOptions? options);

    /// <summary>Starts a child workflow and waits until it has started.</summary>
    public abstract Task<StartedChild> StartChildWorkflowAsync(CapturedCall call, ChildWorkflowOptions? options);

    /// <summary>Sends a signal to another workflow and waits until it has it.</summary>
    public abstract Task SignalExternalWorkflowAsync(ExternalWorkflowTarget target, CapturedCall call);

    /// <summary>Asks another workflow to cancel and waits until it has been asked.</summary>
    public abstract Task CancelExternalWorkflowAsync(ExternalWorkflowTarget target, string reason);

    /// <summary>Makes the exception that ends the run and starts another.</summary>
    public virtual ContinueAsNewException ContinueAsNew(CapturedCall call, ContinueAsNewOptions? options)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new ContinueAsNewException(call.Name, CallArgument.ToPayloads(call.Arguments, DataConverter), options);
    }

    /// <summary>Waits for a durable timer.</summary>
    public abstract Task DelayAsync(TimeSpan delay, string summary, CancellationToken? cancellationToken);

    /// <summary>Waits until a condition holds, or a timeout passes; true when it holds.</summary>
    public abstract Task<bool> WaitConditionAsync(Func<bool> condition, TimeSpan? timeout, CancellationToken? cancellationToken);

    /// <summary>True when the code is to take the new way of a patch; records the patch when it is decided.</summary>
    public abstract bool UsePatch(string patchId, bool isDeprecated);

    /// <summary>Changes search attributes.</summary>
    public abstract void UpsertSearchAttributes(IReadOnlyList<SearchAttributeUpdate> updates);

    /// <summary>Changes the memo.</summary>
    public abstract void UpsertMemo(IReadOnlyList<MemoUpdate> updates);
}
