using System.Runtime.CompilerServices;
using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>A workflow to talk to: awaits its result, signals, queries, updates, cancels, terminates and describes it.</summary>
/// <remarks>
/// A handle that a start gave, or that was made without a run ID, talks to the run that is current at each request, so it outlives retries and
/// continue-as-new. A handle made with a run ID talks to that run alone. Threading: safe from any thread. Every member can throw
/// <see cref="WorkflowNotFoundException"/> (HF1001) and, once <see cref="HoldfastClientOptions.RetryTimeLimit"/> has passed, <see cref="HoldfastException"/> with
/// code HF2100 (busy) or HF2101 (stopping); cancelling the token ends the wait with <see cref="OperationCanceledException"/> and leaves the workflow alone.
/// </remarks>
public class WorkflowHandle
{
    private readonly WorkflowTarget _target;

    internal WorkflowHandle(ClientCalls calls, WorkflowTarget target)
    {
        Calls = calls;
        _target = target;
    }

    /// <summary>The namespace.</summary>
    public string Namespace => Calls.Namespace;

    /// <summary>The workflow ID.</summary>
    public string Id => _target.WorkflowId;

    /// <summary>The run that the start gave, or that the handle was made for; <see cref="RunId.None"/> for whichever run is current.</summary>
    public RunId RunId => _target.RunId;

    /// <summary>
    /// The first run of the chain, when the start made it; otherwise <see cref="RunId.None"/>. Cancelling and terminating are then refused once the workflow ID
    /// has been started anew.
    /// </summary>
    public RunId FirstExecutionRunId => _target.FirstExecutionRunId;

    internal ClientCalls Calls { get; }

    internal WorkflowExecution Execution => _target.Requests;

    /// <summary>Waits for the end of the workflow.</summary>
    /// <param name="followRuns">True to wait for the runs that continue or retry this one as well; false to stop at the end of this run.</param>
    /// <param name="cancellationToken">Ends the wait, not the workflow.</param>
    /// <exception cref="WorkflowFailedException">It failed, timed out, was canceled or terminated.</exception>
    /// <exception cref="WorkflowContinuedAsNewException">The run continued as a new one and <paramref name="followRuns"/> is false.</exception>
    public async Task ResultAsync(bool followRuns = true, CancellationToken cancellationToken = default) =>
        _ = await Calls.Chain.GetWorkflowResultAsync(new GetWorkflowResultInput(_target.Result, followRuns), cancellationToken);

    /// <summary>Waits for the result of the workflow.</summary>
    /// <typeparam name="TResult">The result's type; <see cref="Payload"/> gives it undecoded.</typeparam>
    /// <param name="followRuns">True to wait for the runs that continue or retry this one as well; false to stop at the end of this run.</param>
    /// <param name="cancellationToken">Ends the wait, not the workflow.</param>
    /// <exception cref="WorkflowFailedException">It failed, timed out, was canceled or terminated.</exception>
    /// <exception cref="WorkflowContinuedAsNewException">The run continued as a new one and <paramref name="followRuns"/> is false.</exception>
    public async Task<TResult> ResultAsync<TResult>(bool followRuns = true, CancellationToken cancellationToken = default)
    {
        var result = await Calls.Chain.GetWorkflowResultAsync(new GetWorkflowResultInput(_target.Result, followRuns), cancellationToken);
        return ResultValue.Read<TResult>(result, Calls.ConverterOf(Id));
    }

    /// <summary>Sends a signal by name. Returns when it is durable, not when it is handled.</summary>
    /// <param name="signal">The signal's name.</param>
    /// <param name="arguments">Its arguments, each serialised as what it is at run time.</param>
    /// <param name="options">How it is sent.</param>
    /// <param name="cancellationToken">Ends the wait; the signal may have been taken.</param>
    /// <exception cref="WorkflowClosedException">The run is closed.</exception>
    public Task SignalAsync(string signal, IReadOnlyList<object?> arguments, WorkflowSignalOptions? options = null, CancellationToken cancellationToken = default) =>
        Calls.SignalAsync(new SignalWorkflowInput(Execution, signal, UntypedArgument.ListOf(arguments), options ?? new()), cancellationToken);

    /// <summary>Asks a query by name. Works on closed runs too.</summary>
    /// <typeparam name="TResult">The answer's type; <see cref="Payload"/> gives it undecoded.</typeparam>
    /// <param name="query">The query's name.</param>
    /// <param name="arguments">Its arguments, each serialised as what it is at run time.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="WorkflowQueryFailedException">There is no such query, or its handler threw.</exception>
    public Task<TResult> QueryAsync<TResult>(string query, IReadOnlyList<object?> arguments, CancellationToken cancellationToken = default) =>
        QueryAsync<TResult>(query, arguments, new WorkflowQueryOptions(), cancellationToken);

    /// <summary>Asks a query by name, unless the run is in a state that the options refuse.</summary>
    /// <typeparam name="TResult">The answer's type; <see cref="Payload"/> gives it undecoded.</typeparam>
    /// <param name="query">The query's name.</param>
    /// <param name="arguments">Its arguments, each serialised as what it is at run time.</param>
    /// <param name="options">How it is asked.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="WorkflowQueryFailedException">There is no such query, or its handler threw.</exception>
    /// <exception cref="WorkflowQueryRejectedException">The run is in a state that the options refuse.</exception>
    public async Task<TResult> QueryAsync<TResult>(string query, IReadOnlyList<object?> arguments, WorkflowQueryOptions options, CancellationToken cancellationToken = default)
    {
        var result = await Calls.Chain.QueryWorkflowAsync(new QueryWorkflowInput(Execution, query, UntypedArgument.ListOf(arguments), options), cancellationToken);
        return ResultValue.Read<TResult>(result, Calls.ConverterOf(Id));
    }

    /// <summary>Sends an update by name and waits until its handler has ended.</summary>
    /// <param name="update">The update's name.</param>
    /// <param name="arguments">Its arguments, each serialised as what it is at run time.</param>
    /// <param name="options">How it is sent.</param>
    /// <param name="cancellationToken">Ends the wait; the update may have been taken.</param>
    /// <exception cref="WorkflowUpdateFailedException">The validator refused it, or the handler failed.</exception>
    /// <exception cref="WorkflowClosedException">The run is closed.</exception>
    public async Task ExecuteUpdateAsync(string update, IReadOnlyList<object?> arguments, WorkflowUpdateOptions? options = null, CancellationToken cancellationToken = default)
    {
        var handle = await StartUpdateAsync(update, arguments, UpdateStage.Completed, options, cancellationToken);
        await handle.ResultAsync(cancellationToken);
    }

    /// <summary>Sends an update by name and waits for its result.</summary>
    /// <typeparam name="TResult">The result's type; <see cref="Payload"/> gives it undecoded.</typeparam>
    /// <param name="update">The update's name.</param>
    /// <param name="arguments">Its arguments, each serialised as what it is at run time.</param>
    /// <param name="options">How it is sent.</param>
    /// <param name="cancellationToken">Ends the wait; the update may have been taken.</param>
    /// <exception cref="WorkflowUpdateFailedException">The validator refused it, or the handler failed.</exception>
    /// <exception cref="WorkflowClosedException">The run is closed.</exception>
    public async Task<TResult> ExecuteUpdateAsync<TResult>(string update, IReadOnlyList<object?> arguments, WorkflowUpdateOptions? options = null, CancellationToken cancellationToken = default)
    {
        var handle = await StartUpdateAsync(update, arguments, UpdateStage.Completed, options, cancellationToken);
        return await handle.ResultAsync<TResult>(cancellationToken);
    }

    /// <summary>Sends an update by name and waits for a stage of it.</summary>
    /// <param name="update">The update's name.</param>
    /// <param name="arguments">Its arguments, each serialised as what it is at run time.</param>
    /// <param name="waitForStage">Accepted (durable; the default) or Completed.</param>
    /// <param name="options">How it is sent.</param>
    /// <param name="cancellationToken">Ends the wait; the update may have been taken.</param>
    /// <returns>A handle that gives the outcome. An update that the validator refused gives its failure there.</returns>
    /// <exception cref="WorkflowClosedException">The run is closed.</exception>
    public async Task<UpdateHandle> StartUpdateAsync(string update, IReadOnlyList<object?> arguments, UpdateStage waitForStage = UpdateStage.Accepted, WorkflowUpdateOptions? options = null, CancellationToken cancellationToken = default)
    {
        var input = new UpdateWorkflowInput(Execution, update, UntypedArgument.ListOf(arguments), options ?? new(), waitForStage);
        return new UpdateHandle(Calls, Id, await Calls.StartUpdateAsync(input, cancellationToken));
    }

    /// <summary>A handle to an update that was sent earlier, for example by a process that has ended since. Nothing is sent yet.</summary>
    /// <param name="updateId">The update's ID.</param>
    /// <param name="runId">The run that took it; none for that of this handle.</param>
    public UpdateHandle GetUpdateHandle(string updateId, RunId runId = default) => new(Calls, UpdateExecution(runId), updateId);

    /// <summary>A handle to an update that was sent earlier, for example by a process that has ended since. Nothing is sent yet.</summary>
    /// <typeparam name="TResult">The result's type.</typeparam>
    /// <param name="updateId">The update's ID.</param>
    /// <param name="runId">The run that took it; none for that of this handle.</param>
    public UpdateHandle<TResult> GetUpdateHandle<TResult>(string updateId, RunId runId = default) => new(Calls, UpdateExecution(runId), updateId);

    /// <summary>Asks the workflow to cancel. Returns when the request is durable; the workflow decides what to do about it. A closed run is left as it is.</summary>
    /// <param name="reason">Why; shown in the history.</param>
    /// <param name="cancellationToken">Ends the wait; the request may have been taken.</param>
    public Task CancelAsync(string reason = "", CancellationToken cancellationToken = default) =>
        Calls.Chain.CancelWorkflowAsync(new CancelWorkflowInput(Execution, FirstExecutionRunId, reason), cancellationToken);

    /// <summary>Closes the workflow by force; none of its code runs any more.</summary>
    /// <param name="reason">Why; shown in the history and to whoever awaits the result.</param>
    /// <param name="details">Further details, each serialised as what it is at run time.</param>
    /// <param name="cancellationToken">Ends the wait; the request may have been taken.</param>
    /// <exception cref="WorkflowClosedException">The run is closed.</exception>
    public Task TerminateAsync(string reason = "", IReadOnlyList<object?>? details = null, CancellationToken cancellationToken = default) =>
        Calls.Chain.TerminateWorkflowAsync(new TerminateWorkflowInput(Execution, FirstExecutionRunId, reason, UntypedArgument.ListOf(details ?? [])), cancellationToken);

    /// <summary>
    /// Deletes the run with its history: an open one is terminated first. When this returns, the run is gone for good and listed no more. Its other runs, and its
    /// children, stay; a parent is told that it was terminated.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait; the request may have been taken.</param>
    /// <exception cref="WorkflowNotFoundException">There is no such run; after a repeated call it means that the first one has done it.</exception>
    public Task DeleteAsync(CancellationToken cancellationToken = default) => Calls.Chain.DeleteWorkflowAsync(new DeleteWorkflowInput(Execution), cancellationToken);

    /// <summary>
    /// Resets the run: another begins with its history up to a workflow task and goes on from there, with the code of today. Signals and updates that came later
    /// are carried over. The run is terminated when it is open; what its activities did outside is not undone.
    /// </summary>
    /// <param name="options">To which point; null for the last workflow task that completed.</param>
    /// <param name="cancellationToken">Ends the wait; the request may have been taken.</param>
    /// <returns>A handle to the new run. A handle that has no run ID talks to it as well.</returns>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.ResetPointInvalid"/> when history cannot be cut there.</exception>
    public async Task<WorkflowHandle> ResetAsync(WorkflowResetOptions? options = null, CancellationToken cancellationToken = default)
    {
        var newRunId = await Calls.Chain.ResetWorkflowAsync(new ResetWorkflowInput(Execution, options ?? new WorkflowResetOptions()), cancellationToken);
        return new WorkflowHandle(Calls, new WorkflowTarget(Id, newRunId, FirstExecutionRunId, IsPinned: false));
    }

    /// <summary>
    /// Pauses the run: none of its code and no activity attempt is started until it is unpaused. Code and attempts that run may end (attempts are told to stop),
    /// signals are kept, timers fire unseen, and timeouts pass. Queries and updates are refused meanwhile.
    /// </summary>
    /// <param name="reason">Why; shown in the history and the description. At most 1,000 bytes of UTF-8.</param>
    /// <param name="cancellationToken">Ends the wait; the request may have been taken.</param>
    /// <exception cref="WorkflowPausedException">It is paused already.</exception>
    /// <exception cref="WorkflowClosedException">The run is closed.</exception>
    public Task PauseAsync(string reason = "", CancellationToken cancellationToken = default) => Calls.Chain.PauseWorkflowAsync(new PauseWorkflowInput(Execution, reason), cancellationToken);

    /// <summary>Lets a paused run go on, with everything that came meanwhile.</summary>
    /// <param name="reason">Why; shown in the history. At most 1,000 bytes of UTF-8.</param>
    /// <param name="cancellationToken">Ends the wait; the request may have been taken.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.RunNotPaused"/> when it is not paused.</exception>
    /// <exception cref="WorkflowClosedException">The run is closed.</exception>
    public Task UnpauseAsync(string reason = "", CancellationToken cancellationToken = default) => Calls.Chain.UnpauseWorkflowAsync(new UnpauseWorkflowInput(Execution, reason), cancellationToken);

    /// <summary>
    /// Changes priority and fairness of the run's tasks. Activities, later attempts of those that are pending, children and successors have the new priority where
    /// they have none of their own; what waits at a task queue keeps its place. Changing nothing leaves no event.
    /// </summary>
    /// <param name="priority">The new priority; null gives back what the run started with.</param>
    /// <param name="fields">What of it is changed; the rest stays as it is.</param>
    /// <param name="cancellationToken">Ends the wait; the request may have been taken.</param>
    /// <returns>The priority as it is now; null when the run has none.</returns>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> when a value is out of its range.</exception>
    /// <exception cref="WorkflowClosedException">The run is closed.</exception>
    public Task<Priority?> UpdatePriorityAsync(Priority? priority, PriorityFields fields = PriorityFields.All, CancellationToken cancellationToken = default) =>
        Calls.Chain.UpdatePriorityAsync(new UpdatePriorityInput(Execution, priority, fields), cancellationToken);

    /// <summary>
    /// Pauses pending activities: no attempt of them starts until they are unpaused. An attempt that runs is told to stop; its result counts, and its failure
    /// uses no attempt up. The workflow itself goes on. Activities that are paused already stay so.
    /// </summary>
    /// <param name="activities">Which.</param>
    /// <param name="reason">Why; shown in the description. At most 1,000 bytes of UTF-8.</param>
    /// <param name="cancellationToken">Ends the wait; the request may have been taken.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.ActivityNotPending"/> when none of them is pending.</exception>
    /// <exception cref="WorkflowClosedException">The run is closed.</exception>
    public Task PauseActivityAsync(ActivitySelector activities, string reason = "", CancellationToken cancellationToken = default) =>
        Calls.Chain.OperateActivitiesAsync(new OperateActivitiesInput(Execution, activities, new ActivityOperation.Pause(reason)), cancellationToken);

    /// <summary>Lets paused activities go on; their next attempts are due at once. Activities that are not paused stay as they are.</summary>
    /// <param name="activities">Which.</param>
    /// <param name="options">How they go on.</param>
    /// <param name="cancellationToken">Ends the wait; the request may have been taken.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.ActivityNotPending"/> when none of them is pending; <see cref="ErrorCodes.InvalidArgument"/> when the jitter is negative.</exception>
    /// <exception cref="WorkflowClosedException">The run is closed.</exception>
    public Task UnpauseActivityAsync(ActivitySelector activities, ActivityUnpauseOptions? options = null, CancellationToken cancellationToken = default) =>
        Calls.Chain.OperateActivitiesAsync(new OperateActivitiesInput(Execution, activities, (options ?? new()).Operation), cancellationToken);

    /// <summary>
    /// Resets pending activities: their attempts so far are forgiven, and the next, which counts as the first, is due at once. An attempt that runs is told
    /// to stop; its result counts. A pause ends, unless the options keep it.
    /// </summary>
    /// <param name="activities">Which.</param>
    /// <param name="options">What else is reset.</param>
    /// <param name="cancellationToken">Ends the wait; the request may have been taken.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.ActivityNotPending"/> when none of them is pending; <see cref="ErrorCodes.InvalidArgument"/> when the jitter is negative.</exception>
    /// <exception cref="WorkflowClosedException">The run is closed.</exception>
    public Task ResetActivityAsync(ActivitySelector activities, ActivityResetOptions? options = null, CancellationToken cancellationToken = default) =>
        Calls.Chain.OperateActivitiesAsync(new OperateActivitiesInput(Execution, activities, (options ?? new()).Operation), cancellationToken);

    /// <summary>Changes options of pending activities. Timeouts apply at once, also to an attempt that runs; task queue and retry policy from its end on.</summary>
    /// <param name="activities">Which.</param>
    /// <param name="change">What changes.</param>
    /// <param name="cancellationToken">Ends the wait; the request may have been taken.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.ActivityNotPending"/> when none of them is pending; <see cref="ErrorCodes.InvalidArgument"/> when an option is not valid.</exception>
    /// <exception cref="WorkflowClosedException">The run is closed.</exception>
    public Task UpdateActivityOptionsAsync(ActivitySelector activities, ActivityOptionsChange change, CancellationToken cancellationToken = default) =>
        Calls.Chain.OperateActivitiesAsync(new OperateActivitiesInput(Execution, activities, new ActivityOperation.UpdateOptions(change)), cancellationToken);

    /// <summary>Gives pending activities back the options that they were scheduled with.</summary>
    /// <param name="activities">Which.</param>
    /// <param name="cancellationToken">Ends the wait; the request may have been taken.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.ActivityNotPending"/> when none of them is pending.</exception>
    /// <exception cref="WorkflowClosedException">The run is closed.</exception>
    public Task RestoreActivityOptionsAsync(ActivitySelector activities, CancellationToken cancellationToken = default) =>
        Calls.Chain.OperateActivitiesAsync(new OperateActivitiesInput(Execution, activities, new ActivityOperation.RestoreOptions()), cancellationToken);

    /// <summary>Describes the run: its state, times, pending activities and children.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<WorkflowExecutionDescription> DescribeAsync(CancellationToken cancellationToken = default) => Calls.Chain.DescribeWorkflowAsync(new DescribeWorkflowInput(Execution), cancellationToken);

    /// <summary>Describes the run with what its code says of where it is: <see cref="WorkflowExecutionDescription.CurrentDetails"/>. Waits for a worker that has the code.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="WorkflowPausedException">The run is paused: its code does not answer.</exception>
    /// <exception cref="WorkflowQueryFailedException">The code could not be run.</exception>
    public async Task<WorkflowExecutionDescription> DescribeWithCurrentDetailsAsync(CancellationToken cancellationToken = default)
    {
        var description = await DescribeAsync(cancellationToken);
        var execution = Execution with { RunId = description.Info.Execution.RunId };
        return description with { CurrentDetails = await Calls.CurrentDetailsAsync(execution, cancellationToken) };
    }

    /// <summary>Reads the run's history as it is now, fetching pages as they are needed.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<HistoryEvent> FetchHistoryAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var execution = Execution;
        long? firstEventId = 1;
        while (firstEventId is { } first)
        {
            var page = await Calls.Chain.FetchHistoryPageAsync(new FetchHistoryPageInput(execution, first), cancellationToken);
            foreach (var historyEvent in page.Events)
            {
                yield return historyEvent;
            }

            // Further pages are of the same run, even when another becomes the current one.
            execution = execution with { RunId = page.RunId };
            firstEventId = page.NextEventId;
        }
    }

    /// <summary>As <see cref="FetchHistoryAsync"/>, with the values that lie in the client's blob store read back. They stay references when the client has no store.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="HoldfastException">Also HF2140, HF2141 or HF2142 when the store cannot give a value.</exception>
    public async IAsyncEnumerable<HistoryEvent> FetchRestoredHistoryAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var historyEvent in FetchHistoryAsync(cancellationToken))
        {
            yield return await Calls.RestoredAsync(historyEvent, cancellationToken);
        }
    }

    private WorkflowExecution UpdateExecution(RunId runId) => runId.IsNone ? Execution : Execution with { RunId = runId };
}
