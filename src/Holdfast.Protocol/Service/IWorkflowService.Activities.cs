namespace Holdfast.Protocol;

/// <content>Activities that clients start.</content>
public partial interface IWorkflowService
{
    /// <summary>Starts an activity that belongs to no workflow. Its ID is unique among the open activities of the namespace.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.ActivityAlreadyStarted"/>, <see cref="ErrorCodes.InvalidArgument"/>, <see cref="ErrorCodes.LimitExceeded"/>.</remarks>
    Task<StartActivityExecutionResponse> StartActivityExecutionAsync(StartActivityExecutionRequest request, CancellationToken cancellationToken);

    /// <summary>Describes a run of an activity that a client started.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.NotFound"/>.</remarks>
    Task<ActivityExecutionDescription> DescribeActivityExecutionAsync(DescribeActivityExecutionRequest request, CancellationToken cancellationToken);

    /// <summary>Waits until a run of such an activity has closed, and gives what became of it.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.NotFound"/>.</remarks>
    Task<PollActivityExecutionResponse> PollActivityExecutionAsync(PollActivityExecutionRequest request, CancellationToken cancellationToken);

    /// <summary>Lists runs of such activities, newest first, a page at a time.</summary>
    /// <remarks>Errors: those of list filters, HF1043 and HF1050 to HF1054.</remarks>
    Task<ListActivityExecutionsResponse> ListActivityExecutionsAsync(ListActivityExecutionsRequest request, CancellationToken cancellationToken);

    /// <summary>Counts runs of such activities.</summary>
    /// <remarks>Errors: those of list filters, HF1043 and HF1050 to HF1053.</remarks>
    Task<CountActivityExecutionsResponse> CountActivityExecutionsAsync(CountActivityExecutionsRequest request, CancellationToken cancellationToken);

    /// <summary>Asks an open run of such an activity to cancel: one that no worker is at is canceled at once; a worker learns it from its next heartbeat. A second request changes nothing.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.NotFound"/>, <see cref="ErrorCodes.RunClosed"/>.</remarks>
    Task RequestCancelActivityExecutionAsync(RequestCancelActivityExecutionRequest request, CancellationToken cancellationToken);

    /// <summary>Closes an open run of such an activity by force, without waiting for its worker.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.NotFound"/>, <see cref="ErrorCodes.RunClosed"/>.</remarks>
    Task TerminateActivityExecutionAsync(TerminateActivityExecutionRequest request, CancellationToken cancellationToken);

    /// <summary>Pauses, unpauses or resets an open run of such an activity, or changes its options, as <see cref="OperateActivitiesAsync"/> does with activities of workflows.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.NotFound"/>, <see cref="ErrorCodes.RunClosed"/>, <see cref="ErrorCodes.InvalidArgument"/>.</remarks>
    Task OperateActivityExecutionAsync(OperateActivityExecutionRequest request, CancellationToken cancellationToken);

    /// <summary>Deletes a run of such an activity: an open one is terminated first. Returns when it is gone for good.</summary>
    /// <remarks>Errors: <see cref="ErrorCodes.NotFound"/>, and those of the settled store (HF212x).</remarks>
    Task DeleteActivityExecutionAsync(DeleteActivityExecutionRequest request, CancellationToken cancellationToken);
}
