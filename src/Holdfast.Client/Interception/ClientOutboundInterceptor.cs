using Holdfast.Protocol;

namespace Holdfast.Interception;

/// <summary>Everything that a client asks of the engine. Derive from it and override what is to be intercepted.</summary>
/// <remarks>
/// A call passes the chain once: waiting and trying again happen inside the innermost one. Listing and histories pass it page by page. Threading: safe from any
/// thread.
/// </remarks>
public abstract class ClientOutboundInterceptor
{
    private readonly ClientOutboundInterceptor? _next;

    /// <summary>Creates an interceptor around another.</summary>
    /// <param name="next">What is to be called.</param>
    protected ClientOutboundInterceptor(ClientOutboundInterceptor next)
    {
        ArgumentNullException.ThrowIfNull(next);
        _next = next;
    }

    /// <summary>Creates the innermost one.</summary>
    private protected ClientOutboundInterceptor()
    {
    }

    private ClientOutboundInterceptor Next
    {
        get
        {
            Invariant.That(_next is not null, "the innermost interceptor overrides every member");
            return _next;
        }
    }

    /// <summary>Starts a workflow.</summary>
    public virtual Task<StartedRun> StartWorkflowAsync(StartWorkflowInput input, CancellationToken cancellationToken) => Next.StartWorkflowAsync(input, cancellationToken);

    /// <summary>Starts a workflow together with a signal.</summary>
    public virtual Task<StartedRun> SignalWithStartWorkflowAsync(SignalWithStartInput input, CancellationToken cancellationToken) => Next.SignalWithStartWorkflowAsync(input, cancellationToken);

    /// <summary>Starts a workflow together with an update.</summary>
    public virtual Task<(StartedRun Run, SentUpdate Update)> UpdateWithStartWorkflowAsync(UpdateWithStartInput input, CancellationToken cancellationToken) => Next.UpdateWithStartWorkflowAsync(input, cancellationToken);

    /// <summary>Signals a workflow.</summary>
    public virtual Task SignalWorkflowAsync(SignalWorkflowInput input, CancellationToken cancellationToken) => Next.SignalWorkflowAsync(input, cancellationToken);

    /// <summary>Queries a workflow.</summary>
    public virtual Task<Payloads> QueryWorkflowAsync(QueryWorkflowInput input, CancellationToken cancellationToken) => Next.QueryWorkflowAsync(input, cancellationToken);

    /// <summary>Sends an update and waits for a stage of it.</summary>
    public virtual Task<SentUpdate> StartWorkflowUpdateAsync(UpdateWorkflowInput input, CancellationToken cancellationToken) => Next.StartWorkflowUpdateAsync(input, cancellationToken);

    /// <summary>Waits until an update is completed.</summary>
    public virtual Task<UpdateWorkflowExecutionResponse> PollWorkflowUpdateAsync(PollUpdateInput input, CancellationToken cancellationToken) => Next.PollWorkflowUpdateAsync(input, cancellationToken);

    /// <summary>Waits for the result of a workflow.</summary>
    public virtual Task<Payloads> GetWorkflowResultAsync(GetWorkflowResultInput input, CancellationToken cancellationToken) => Next.GetWorkflowResultAsync(input, cancellationToken);

    /// <summary>Asks a workflow to cancel.</summary>
    public virtual Task CancelWorkflowAsync(CancelWorkflowInput input, CancellationToken cancellationToken) => Next.CancelWorkflowAsync(input, cancellationToken);

    /// <summary>Terminates a workflow.</summary>
    public virtual Task TerminateWorkflowAsync(TerminateWorkflowInput input, CancellationToken cancellationToken) => Next.TerminateWorkflowAsync(input, cancellationToken);

    /// <summary>Deletes a run.</summary>
    public virtual Task DeleteWorkflowAsync(DeleteWorkflowInput input, CancellationToken cancellationToken) => Next.DeleteWorkflowAsync(input, cancellationToken);

    /// <summary>Pauses a run.</summary>
    public virtual Task PauseWorkflowAsync(PauseWorkflowInput input, CancellationToken cancellationToken) => Next.PauseWorkflowAsync(input, cancellationToken);

    /// <summary>Unpauses a run.</summary>
    public virtual Task UnpauseWorkflowAsync(UnpauseWorkflowInput input, CancellationToken cancellationToken) => Next.UnpauseWorkflowAsync(input, cancellationToken);

    /// <summary>Resets a run; gives the new run.</summary>
    public virtual Task<RunId> ResetWorkflowAsync(ResetWorkflowInput input, CancellationToken cancellationToken) => Next.ResetWorkflowAsync(input, cancellationToken);

    /// <summary>Changes priority and fairness of a run; gives them as they are now.</summary>
    public virtual Task<Priority?> UpdatePriorityAsync(UpdatePriorityInput input, CancellationToken cancellationToken) => Next.UpdatePriorityAsync(input, cancellationToken);

    /// <summary>Pauses, unpauses or resets pending activities, or changes their options.</summary>
    public virtual Task OperateActivitiesAsync(OperateActivitiesInput input, CancellationToken cancellationToken) => Next.OperateActivitiesAsync(input, cancellationToken);

    /// <summary>Describes a run.</summary>
    public virtual Task<WorkflowExecutionDescription> DescribeWorkflowAsync(DescribeWorkflowInput input, CancellationToken cancellationToken) => Next.DescribeWorkflowAsync(input, cancellationToken);

    /// <summary>Reads a page of a run's history.</summary>
    public virtual Task<GetWorkflowExecutionHistoryResponse> FetchHistoryPageAsync(FetchHistoryPageInput input, CancellationToken cancellationToken) => Next.FetchHistoryPageAsync(input, cancellationToken);

    /// <summary>Lists a page of runs.</summary>
    public virtual Task<ListWorkflowExecutionsResponse> ListWorkflowsPageAsync(ListWorkflowsPageInput input, CancellationToken cancellationToken) => Next.ListWorkflowsPageAsync(input, cancellationToken);

    /// <summary>Counts runs.</summary>
    public virtual Task<CountWorkflowExecutionsResponse> CountWorkflowsAsync(CountWorkflowsInput input, CancellationToken cancellationToken) => Next.CountWorkflowsAsync(input, cancellationToken);

    /// <summary>Starts an activity that belongs to no workflow; gives its ID and run.</summary>
    public virtual Task<(string Id, RunId RunId)> StartActivityAsync(StartActivityInput input, CancellationToken cancellationToken) => Next.StartActivityAsync(input, cancellationToken);

    /// <summary>Waits for the result of an activity that a client started.</summary>
    public virtual Task<Payloads> GetActivityResultAsync(GetActivityResultInput input, CancellationToken cancellationToken) => Next.GetActivityResultAsync(input, cancellationToken);

    /// <summary>Describes an activity that a client started.</summary>
    public virtual Task<ActivityExecutionDescription> DescribeActivityAsync(DescribeActivityInput input, CancellationToken cancellationToken) => Next.DescribeActivityAsync(input, cancellationToken);

    /// <summary>Asks an activity that a client started to cancel.</summary>
    public virtual Task CancelActivityAsync(CancelActivityInput input, CancellationToken cancellationToken) => Next.CancelActivityAsync(input, cancellationToken);

    /// <summary>Terminates an activity that a client started.</summary>
    public virtual Task TerminateActivityAsync(TerminateActivityInput input, CancellationToken cancellationToken) => Next.TerminateActivityAsync(input, cancellationToken);

    /// <summary>Pauses, unpauses or resets an activity that a client started, or changes its options.</summary>
    public virtual Task OperateActivityAsync(OperateActivityInput input, CancellationToken cancellationToken) => Next.OperateActivityAsync(input, cancellationToken);

    /// <summary>Deletes a run of an activity that a client started.</summary>
    public virtual Task DeleteActivityAsync(DeleteActivityInput input, CancellationToken cancellationToken) => Next.DeleteActivityAsync(input, cancellationToken);

    /// <summary>Lists a page of activities that clients started.</summary>
    public virtual Task<ListActivityExecutionsResponse> ListActivitiesPageAsync(ListActivitiesPageInput input, CancellationToken cancellationToken) => Next.ListActivitiesPageAsync(input, cancellationToken);

    /// <summary>Counts activities that clients started.</summary>
    public virtual Task<CountActivityExecutionsResponse> CountActivitiesAsync(CountActivitiesInput input, CancellationToken cancellationToken) => Next.CountActivitiesAsync(input, cancellationToken);

    /// <summary>Completes an activity from outside.</summary>
    public virtual Task CompleteActivityAsync(CompleteActivityInput input, CancellationToken cancellationToken) => Next.CompleteActivityAsync(input, cancellationToken);

    /// <summary>Fails an activity attempt from outside.</summary>
    public virtual Task FailActivityAsync(FailActivityInput input, CancellationToken cancellationToken) => Next.FailActivityAsync(input, cancellationToken);

    /// <summary>Confirms from outside that an activity was canceled.</summary>
    public virtual Task ReportActivityCanceledAsync(ReportActivityCanceledInput input, CancellationToken cancellationToken) => Next.ReportActivityCanceledAsync(input, cancellationToken);

    /// <summary>Says from outside that an activity attempt is alive; gives true when it should stop.</summary>
    public virtual Task<bool> HeartbeatActivityAsync(HeartbeatActivityInput input, CancellationToken cancellationToken) => Next.HeartbeatActivityAsync(input, cancellationToken);

    /// <summary>Describes a task queue.</summary>
    public virtual Task<TaskQueueDescription> DescribeTaskQueueAsync(DescribeTaskQueueInput input, CancellationToken cancellationToken) => Next.DescribeTaskQueueAsync(input, cancellationToken);

    /// <summary>Sets the limits of a task queue.</summary>
    public virtual Task SetTaskQueueLimitsAsync(SetTaskQueueLimitsInput input, CancellationToken cancellationToken) => Next.SetTaskQueueLimitsAsync(input, cancellationToken);
}
