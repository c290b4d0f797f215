using System.Collections.Concurrent;
using Holdfast.Interception;
using Holdfast.Protocol;

namespace Holdfast.Testing.Tests.Intercepting;

/// <summary>Notes every call that passes.</summary>
internal sealed class CallLog(string name = "") : IClientInterceptor, IWorkerInterceptor
{
    /// <summary>Where several write.</summary>
    public ConcurrentQueue<string> Calls { get; init; } = new();

    public ClientOutboundInterceptor InterceptClient(ClientOutboundInterceptor next) => new Client(next, this);

    public WorkflowInboundInterceptor InterceptWorkflow(WorkflowInboundInterceptor next) => new Inbound(next, this);

    public ActivityInboundInterceptor InterceptActivity(ActivityInboundInterceptor next) => new Activity(next, this);

    private void Note(string call) => Calls.Enqueue(name + call);

    private sealed class Client(ClientOutboundInterceptor next, CallLog log) : ClientOutboundInterceptor(next)
    {
        public override Task<StartedRun> StartWorkflowAsync(StartWorkflowInput input, CancellationToken cancellationToken)
        {
            log.Note("StartWorkflowAsync");
            return base.StartWorkflowAsync(input, cancellationToken);
        }

        public override Task<StartedRun> SignalWithStartWorkflowAsync(SignalWithStartInput input, CancellationToken cancellationToken)
        {
            log.Note("SignalWithStartWorkflowAsync");
            return base.SignalWithStartWorkflowAsync(input, cancellationToken);
        }

        public override Task<(StartedRun Run, SentUpdate Update)> UpdateWithStartWorkflowAsync(UpdateWithStartInput input, CancellationToken cancellationToken)
        {
            log.Note("UpdateWithStartWorkflowAsync");
            return base.UpdateWithStartWorkflowAsync(input, cancellationToken);
        }

        public override Task<(string Id, RunId RunId)> StartActivityAsync(StartActivityInput input, CancellationToken cancellationToken)
        {
            log.Note("StartActivityAsync");
            return base.StartActivityAsync(input, cancellationToken);
        }

        public override Task<Payloads> GetActivityResultAsync(GetActivityResultInput input, CancellationToken cancellationToken)
        {
            log.Note("GetActivityResultAsync");
            return base.GetActivityResultAsync(input, cancellationToken);
        }

        public override Task<ActivityExecutionDescription> DescribeActivityAsync(DescribeActivityInput input, CancellationToken cancellationToken)
        {
            log.Note("DescribeActivityAsync");
            return base.DescribeActivityAsync(input, cancellationToken);
        }

        public override Task CancelActivityAsync(CancelActivityInput input, CancellationToken cancellationToken)
        {
            log.Note("CancelActivityAsync");
            return base.CancelActivityAsync(input, cancellationToken);
        }

        public override Task TerminateActivityAsync(TerminateActivityInput input, CancellationToken cancellationToken)
        {
            log.Note("TerminateActivityAsync");
            return base.TerminateActivityAsync(input, cancellationToken);
        }

        public override Task OperateActivityAsync(OperateActivityInput input, CancellationToken cancellationToken)
        {
            log.Note("OperateActivityAsync");
            return base.OperateActivityAsync(input, cancellationToken);
        }

        public override Task DeleteActivityAsync(DeleteActivityInput input, CancellationToken cancellationToken)
        {
            log.Note("DeleteActivityAsync");
            return base.DeleteActivityAsync(input, cancellationToken);
        }

        public override Task<ListActivityExecutionsResponse> ListActivitiesPageAsync(ListActivitiesPageInput input, CancellationToken cancellationToken)
        {
            log.Note("ListActivitiesPageAsync");
            return base.ListActivitiesPageAsync(input, cancellationToken);
        }

        public override Task<CountActivityExecutionsResponse> CountActivitiesAsync(CountActivitiesInput input, CancellationToken cancellationToken)
        {
            log.Note("CountActivitiesAsync");
            return base.CountActivitiesAsync(input, cancellationToken);
        }

        public override Task SignalWorkflowAsync(SignalWorkflowInput input, CancellationToken cancellationToken)
        {
            log.Note("SignalWorkflowAsync");
            return base.SignalWorkflowAsync(input, cancellationToken);
        }

        public override Task<Payloads> QueryWorkflowAsync(QueryWorkflowInput input, CancellationToken cancellationToken)
        {
            log.Note("QueryWorkflowAsync");
            return base.QueryWorkflowAsync(input, cancellationToken);
        }

        public override Task<SentUpdate> StartWorkflowUpdateAsync(UpdateWorkflowInput input, CancellationToken cancellationToken)
        {
            log.Note("StartWorkflowUpdateAsync");
            return base.StartWorkflowUpdateAsync(input, cancellationToken);
        }

        public override Task<UpdateWorkflowExecutionResponse> PollWorkflowUpdateAsync(PollUpdateInput input, CancellationToken cancellationToken)
        {
            log.Note("PollWorkflowUpdateAsync");
            return base.PollWorkflowUpdateAsync(input, cancellationToken);
        }

        public override Task<Payloads> GetWorkflowResultAsync(GetWorkflowResultInput input, CancellationToken cancellationToken)
        {
            log.Note("GetWorkflowResultAsync");
            return base.GetWorkflowResultAsync(input, cancellationToken);
        }

        public override Task CancelWorkflowAsync(CancelWorkflowInput input, CancellationToken cancellationToken)
        {
            log.Note("CancelWorkflowAsync");
            return base.CancelWorkflowAsync(input, cancellationToken);
        }

        public override Task TerminateWorkflowAsync(TerminateWorkflowInput input, CancellationToken cancellationToken)
        {
            log.Note("TerminateWorkflowAsync");
            return base.TerminateWorkflowAsync(input, cancellationToken);
        }

        public override Task DeleteWorkflowAsync(DeleteWorkflowInput input, CancellationToken cancellationToken)
        {
            log.Note("DeleteWorkflowAsync");
            return base.DeleteWorkflowAsync(input, cancellationToken);
        }

        public override Task PauseWorkflowAsync(PauseWorkflowInput input, CancellationToken cancellationToken)
        {
            log.Note("PauseWorkflowAsync");
            return base.PauseWorkflowAsync(input, cancellationToken);
        }

        public override Task UnpauseWorkflowAsync(UnpauseWorkflowInput input, CancellationToken cancellationToken)
        {
            log.Note("UnpauseWorkflowAsync");
            return base.UnpauseWorkflowAsync(input, cancellationToken);
        }

        public override Task<RunId> ResetWorkflowAsync(ResetWorkflowInput input, CancellationToken cancellationToken)
        {
            log.Note("ResetWorkflowAsync");
            return base.ResetWorkflowAsync(input, cancellationToken);
        }

        public override Task<Priority?> UpdatePriorityAsync(UpdatePriorityInput input, CancellationToken cancellationToken)
        {
            log.Note("UpdatePriorityAsync");
            return base.UpdatePriorityAsync(input, cancellationToken);
        }

        public override Task OperateActivitiesAsync(OperateActivitiesInput input, CancellationToken cancellationToken)
        {
            log.Note("OperateActivitiesAsync");
            return base.OperateActivitiesAsync(input, cancellationToken);
        }

        public override Task<WorkflowExecutionDescription> DescribeWorkflowAsync(DescribeWorkflowInput input, CancellationToken cancellationToken)
        {
            log.Note("DescribeWorkflowAsync");
            return base.DescribeWorkflowAsync(input, cancellationToken);
        }

        public override Task<GetWorkflowExecutionHistoryResponse> FetchHistoryPageAsync(FetchHistoryPageInput input, CancellationToken cancellationToken)
        {
            log.Note("FetchHistoryPageAsync");
            return base.FetchHistoryPageAsync(input, cancellationToken);
        }

        public override Task<ListWorkflowExecutionsResponse> ListWorkflowsPageAsync(ListWorkflowsPageInput input, CancellationToken cancellationToken)
        {
            log.Note("ListWorkflowsPageAsync");
            return base.ListWorkflowsPageAsync(input, cancellationToken);
        }

        public override Task<CountWorkflowExecutionsResponse> CountWorkflowsAsync(CountWorkflowsInput input, CancellationToken cancellationToken)
        {
            log.Note("CountWorkflowsAsync");
            return base.CountWorkflowsAsync(input, cancellationToken);
        }

        public override Task CompleteActivityAsync(CompleteActivityInput input, CancellationToken cancellationToken)
        {
            log.Note("CompleteActivityAsync");
            return base.CompleteActivityAsync(input, cancellationToken);
        }

        public override Task FailActivityAsync(FailActivityInput input, CancellationToken cancellationToken)
        {
            log.Note("FailActivityAsync");
            return base.FailActivityAsync(input, cancellationToken);
        }

        public override Task ReportActivityCanceledAsync(ReportActivityCanceledInput input, CancellationToken cancellationToken)
        {
            log.Note("ReportActivityCanceledAsync");
            return base.ReportActivityCanceledAsync(input, cancellationToken);
        }

        public override Task<bool> HeartbeatActivityAsync(HeartbeatActivityInput input, CancellationToken cancellationToken)
        {
            log.Note("HeartbeatActivityAsync");
            return base.HeartbeatActivityAsync(input, cancellationToken);
        }

        public override Task<TaskQueueDescription> DescribeTaskQueueAsync(DescribeTaskQueueInput input, CancellationToken cancellationToken)
        {
            log.Note("DescribeTaskQueueAsync");
            return base.DescribeTaskQueueAsync(input, cancellationToken);
        }

        public override Task SetTaskQueueLimitsAsync(SetTaskQueueLimitsInput input, CancellationToken cancellationToken)
        {
            log.Note("SetTaskQueueLimitsAsync");
            return base.SetTaskQueueLimitsAsync(input, cancellationToken);
        }
    }

    private sealed class Inbound(WorkflowInboundInterceptor next, CallLog log) : WorkflowInboundInterceptor(next)
    {
        public override void Init(WorkflowOutboundInterceptor outbound) => base.Init(new Outbound(outbound, log));

        public override Task<Payloads> ExecuteWorkflowAsync(ExecuteWorkflowInput input)
        {
            log.Note($"ExecuteWorkflow {input.Workflow.Name}");
            return base.ExecuteWorkflowAsync(input);
        }

        public override Task HandleSignalAsync(HandleSignalInput input)
        {
            log.Note($"HandleSignal {input.Signal}");
            return base.HandleSignalAsync(input);
        }

        public override void ValidateUpdate(HandleUpdateInput input)
        {
            log.Note($"ValidateUpdate {input.Update}");
            base.ValidateUpdate(input);
        }

        public override Task<Payloads> HandleUpdateAsync(HandleUpdateInput input)
        {
            log.Note($"HandleUpdate {input.Update} {input.UpdateId}");
            return base.HandleUpdateAsync(input);
        }

        public override Payloads HandleQuery(HandleQueryInput input)
        {
            log.Note($"HandleQuery {input.Query}");
            return base.HandleQuery(input);
        }
    }

    private sealed class Outbound(WorkflowOutboundInterceptor next, CallLog log) : WorkflowOutboundInterceptor(next)
    {
        public override Task<TResult> ScheduleActivityAsync<TResult>(ScheduleActivityInput input)
        {
            log.Note($"ScheduleActivity {input.ActivityType}");
            return base.ScheduleActivityAsync<TResult>(input);
        }

        public override Task<TResult> ScheduleLocalActivityAsync<TResult>(ScheduleLocalActivityInput input)
        {
            log.Note($"ScheduleLocalActivity {input.ActivityType}");
            return base.ScheduleLocalActivityAsync<TResult>(input);
        }

        public override Task<StartedChild> StartChildWorkflowAsync(StartChildWorkflowInput input)
        {
            log.Note($"StartChildWorkflow {input.WorkflowType}");
            return base.StartChildWorkflowAsync(input);
        }

        public override Task SignalExternalWorkflowAsync(SignalExternalWorkflowInput input)
        {
            log.Note($"SignalExternalWorkflow {input.Signal} {input.Target.IsChild}");
            return base.SignalExternalWorkflowAsync(input);
        }

        public override Task CancelExternalWorkflowAsync(CancelExternalWorkflowInput input)
        {
            log.Note($"CancelExternalWorkflow {input.Reason}");
            return base.CancelExternalWorkflowAsync(input);
        }

        public override Task DelayAsync(DelayInput input)
        {
            log.Note($"Delay {input.Delay.TotalMinutes} min");
            return base.DelayAsync(input);
        }

        public override ContinueAsNewException ContinueAsNew(ContinueAsNewInput input)
        {
            log.Note($"ContinueAsNew {input.WorkflowType}");
            return base.ContinueAsNew(input);
        }

        public override void UpsertSearchAttributes(UpsertSearchAttributesInput input)
        {
            log.Note($"UpsertSearchAttributes {input.Updates.Count}");
            base.UpsertSearchAttributes(input);
        }

        public override void UpsertMemo(UpsertMemoInput input)
        {
            log.Note($"UpsertMemo {input.Updates.Count}");
            base.UpsertMemo(input);
        }

        public override bool UsePatch(UsePatchInput input)
        {
            log.Note($"UsePatch {input.PatchId}");
            return base.UsePatch(input);
        }
    }

    private sealed class Activity(ActivityInboundInterceptor next, CallLog log) : ActivityInboundInterceptor(next)
    {
        public override void Init(ActivityOutboundInterceptor outbound) => base.Init(new ActivityOutbound(outbound, log));

        public override Task<Payloads> ExecuteActivityAsync(ExecuteActivityInput input)
        {
            log.Note($"ExecuteActivity {input.Arguments.GetOrDefault(0, "none")}");
            return base.ExecuteActivityAsync(input);
        }
    }

    private sealed class ActivityOutbound(ActivityOutboundInterceptor next, CallLog log) : ActivityOutboundInterceptor(next)
    {
        public override ActivityInfo Info
        {
            get
            {
                log.Note("Info");
                return base.Info;
            }
        }

        public override void Heartbeat(HeartbeatInput input)
        {
            log.Note($"Heartbeat {input.Details[0]}");
            base.Heartbeat(input);
        }
    }
}
