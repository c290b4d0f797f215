using Holdfast.Definitions;
using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast;

/// <content>Starting together with a signal or an update, and completing activities from outside.</content>
public sealed partial class HoldfastClient
{
    /// <inheritdoc/>
    public async Task<WorkflowHandle<TWorkflow, TResult>> SignalWithStartWorkflowAsync<TWorkflow, TResult>(Func<TWorkflow, Task<TResult>> call, Action<TWorkflow> signal, WorkflowOptions? options = null, CancellationToken cancellationToken = default) =>
        new(_calls, await SignalWithStartAsync(CallCapture.Read(call, CallKind.Workflow), CallCapture.Read(signal, CallKind.Signal), options, cancellationToken));

    /// <inheritdoc/>
    public async Task<WorkflowHandle<TWorkflow, TResult>> SignalWithStartWorkflowAsync<TWorkflow, TResult>(Func<TWorkflow, Task<TResult>> call, Func<TWorkflow, Task> signal, WorkflowOptions? options = null, CancellationToken cancellationToken = default) =>
        new(_calls, await SignalWithStartAsync(CallCapture.Read(call, CallKind.Workflow), CallCapture.Read(signal, CallKind.Signal), options, cancellationToken));

    /// <inheritdoc/>
    public async Task<WorkflowHandle<TWorkflow>> SignalWithStartWorkflowAsync<TWorkflow>(Func<TWorkflow, Task> call, Action<TWorkflow> signal, WorkflowOptions? options = null, CancellationToken cancellationToken = default) =>
        new(_calls, await SignalWithStartAsync(CallCapture.Read(call, CallKind.Workflow), CallCapture.Read(signal, CallKind.Signal), options, cancellationToken));

    /// <inheritdoc/>
    public async Task<WorkflowHandle> SignalWithStartWorkflowAsync(string workflowType, IReadOnlyList<object?> arguments, string signal, IReadOnlyList<object?> signalArguments, WorkflowOptions? options = null, CancellationToken cancellationToken = default)
    {
        var start = new StartWorkflowInput(workflowType, UntypedArgument.ListOf(arguments), options ?? new());
        return new(_calls, WorkflowTarget.Of(await _calls.Chain.SignalWithStartWorkflowAsync(new SignalWithStartInput(_calls.Identified(start), signal, UntypedArgument.ListOf(signalArguments)), cancellationToken)));
    }

    /// <inheritdoc/>
    public async Task<StartedWithUpdate<WorkflowHandle<TWorkflow, TResult>, UpdateHandle<TUpdate>>> UpdateWithStartWorkflowAsync<TWorkflow, TResult, TUpdate>(Func<TWorkflow, Task<TResult>> call, Func<TWorkflow, Task<TUpdate>> update, UpdateStage waitForStage = UpdateStage.Accepted, WorkflowOptions? options = null, WorkflowUpdateOptions? updateOptions = null, CancellationToken cancellationToken = default)
    {
        var (run, sent) = await UpdateWithStartAsync(CallCapture.Read(call, CallKind.Workflow), CallCapture.Read(update, CallKind.Update), waitForStage, options, updateOptions, cancellationToken);
        return new(new(_calls, WorkflowTarget.Of(run)), new(_calls, run.Execution.WorkflowId, sent));
    }

    /// <inheritdoc/>
    public async Task<StartedWithUpdate<WorkflowHandle<TWorkflow>, UpdateHandle<TUpdate>>> UpdateWithStartWorkflowAsync<TWorkflow, TUpdate>(Func<TWorkflow, Task> call, Func<TWorkflow, Task<TUpdate>> update, UpdateStage waitForStage = UpdateStage.Accepted, WorkflowOptions? options = null, WorkflowUpdateOptions? updateOptions = null, CancellationToken cancellationToken = default)
    {
        var (run, sent) = await UpdateWithStartAsync(CallCapture.Read(call, CallKind.Workflow), CallCapture.Read(update, CallKind.Update), waitForStage, options, updateOptions, cancellationToken);
        return new(new(_calls, WorkflowTarget.Of(run)), new(_calls, run.Execution.WorkflowId, sent));
    }

    /// <inheritdoc/>
    public async Task<StartedWithUpdate<WorkflowHandle, UpdateHandle>> UpdateWithStartWorkflowAsync(string workflowType, IReadOnlyList<object?> arguments, string update, IReadOnlyList<object?> updateArguments, UpdateStage waitForStage = UpdateStage.Accepted, WorkflowOptions? options = null, WorkflowUpdateOptions? updateOptions = null, CancellationToken cancellationToken = default)
    {
        var start = new StartWorkflowInput(workflowType, UntypedArgument.ListOf(arguments), options ?? new());
        var (run, sent) = await _calls.Chain.UpdateWithStartWorkflowAsync(new UpdateWithStartInput(_calls.Identified(start), update, UntypedArgument.ListOf(updateArguments), _calls.Identified(updateOptions ?? new()), waitForStage), cancellationToken);
        return new(new(_calls, WorkflowTarget.Of(run)), new(_calls, run.Execution.WorkflowId, sent));
    }

    /// <inheritdoc/>
    public AsyncActivityHandle GetAsyncActivityHandle(string taskToken) => new(_calls, new ActivityAddress.OfAttempt(ActivityTaskToken.Parse(taskToken)));

    /// <inheritdoc/>
    public AsyncActivityHandle GetAsyncActivityHandle(string workflowId, string activityId, RunId runId = default)
    {
        RequestText.Require(workflowId, "The workflow ID");
        RequestText.Require(activityId, "The activity ID");
        return new(_calls, new ActivityAddress.OfId(new WorkflowExecution(workflowId, runId), activityId));
    }

    private async Task<WorkflowTarget> SignalWithStartAsync(CapturedCall call, CapturedCall signal, WorkflowOptions? options, CancellationToken cancellationToken)
    {
        var start = new StartWorkflowInput(call.Name, call.Arguments, options ?? new());
        return WorkflowTarget.Of(await _calls.Chain.SignalWithStartWorkflowAsync(new SignalWithStartInput(_calls.Identified(start), signal.Name, signal.Arguments), cancellationToken));
    }

    private Task<(StartedRun Run, SentUpdate Update)> UpdateWithStartAsync(CapturedCall call, CapturedCall update, UpdateStage waitForStage, WorkflowOptions? options, WorkflowUpdateOptions? updateOptions, CancellationToken cancellationToken) =>
        _calls.Chain.UpdateWithStartWorkflowAsync(new UpdateWithStartInput(_calls.Identified(new StartWorkflowInput(call.Name, call.Arguments, options ?? new())), update.Name, update.Arguments, _calls.Identified(updateOptions ?? new()), waitForStage), cancellationToken);
}
