using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <content>Single activities, of workflows and without.</content>
internal sealed partial class EngineSubject
{
    private async Task<Answer> OperateAsync(Operation operation)
    {
        var handle = Handle(operation.WorkflowId);
        var activity = ActivitySelector.WithId(operation.Target);
        switch (operation.Kind)
        {
            case OperationKind.PauseActivity: await handle.PauseActivityAsync(activity); break;
            case OperationKind.UnpauseActivity: await handle.UnpauseActivityAsync(activity); break;
            case OperationKind.ResetActivity: await handle.ResetActivityAsync(activity); break;
            case OperationKind.UpdateActivityOptions: await handle.UpdateActivityOptionsAsync(activity, new ActivityOptionsChange { StartToCloseTimeout = TimeSpan.FromSeconds(operation.Amount) }); break;
            case OperationKind.RestoreActivityOptions: await handle.RestoreActivityOptionsAsync(activity); break;
            default: return await ReportAsync(operation, ByTokenOrId(operation));
        }

        return Answer.Ok;
    }

    private static async Task<Answer> ReportAsync(Operation operation, AsyncActivityHandle activity)
    {
        switch (operation.Kind)
        {
            case OperationKind.CompleteActivity or OperationKind.CompleteJob:
                await activity.CompleteAsync(operation.Amount);
                break;
            case OperationKind.FailActivity or OperationKind.FailJob:
                await activity.FailAsync(new ApplicationFailureException("it was not to be"));
                break;
            case OperationKind.ConfirmCancellation:
                await activity.ReportCanceledAsync();
                break;
            default:
                return new Answer((await activity.HeartbeatAsync()).ToString(CultureInfo.InvariantCulture));
        }

        return Answer.Ok;
    }

    private AsyncActivityHandle ByTokenOrId(Operation operation) => operation.Amount % 2 == 0 && _outside.TokenOf(operation.Target) is { Length: > 0 } token
        ? _client.GetAsyncActivityHandle(token)
        : _client.GetAsyncActivityHandle(operation.WorkflowId, operation.Target);

    private async Task<Answer> JobAsync(Operation operation)
    {
        var handle = _client.GetActivityHandle<long>(operation.WorkflowId);
        switch (operation.Kind)
        {
            case OperationKind.StartJob:
                var started = await _client.StartActivityAsync((LedgerActivities a) => a.DoubleAsync(operation.Way, operation.Amount), JobOptionsOf(operation));
                await PassAsync(TimeSpan.Zero);
                return Made(started.RunId);
            case OperationKind.JobResult:
                return new Answer(LedgerOutcomes.Completed(await handle.ResultAsync()));
            case OperationKind.ListJobs:
                List<string> rows = [];
                await foreach (var info in _client.ListActivitiesAsync(operation.Way))
                {
                    rows.Add(RowOf(info));
                }

                return new Answer(string.Join("; ", rows));
            case OperationKind.CountJobs:
                return new Answer(GroupsOf((await _client.CountActivitiesAsync($"{operation.Way} GROUP BY ExecutionStatus".TrimStart())).Groups));
            case OperationKind.CancelJob: await handle.CancelAsync("no longer wanted"); break;
            case OperationKind.TerminateJob: await handle.TerminateAsync("no longer wanted"); break;
            case OperationKind.DeleteJob: await handle.DeleteAsync(); break;
            case OperationKind.PauseJob: await handle.PauseAsync(); break;
            case OperationKind.UnpauseJob: await handle.UnpauseAsync(); break;
            case OperationKind.ResetJob: await handle.ResetAsync(); break;
            case OperationKind.UpdateJobOptions: await handle.UpdateOptionsAsync(new ActivityOptionsChange { StartToCloseTimeout = TimeSpan.FromSeconds(operation.Amount) }); break;
            case OperationKind.RestoreJobOptions: await handle.RestoreOptionsAsync(); break;
            default: return await ReportAsync(operation, _client.GetAsyncStandaloneActivityHandle(operation.WorkflowId));
        }

        return Answer.Ok;
    }

    private static StandaloneActivityOptions JobOptionsOf(Operation operation) => new()
    {
        Id = operation.WorkflowId,
        IdReusePolicy = (ActivityIdReusePolicy)operation.Reuse,
        IdConflictPolicy = operation.Conflict == WorkflowIdConflictPolicy.UseExisting ? ActivityIdConflictPolicy.UseExisting : ActivityIdConflictPolicy.Fail,
        StartDelay = ReferenceModel.JobDelay(operation) is { Ticks: > 0 } delay ? delay : null,
        StartToCloseTimeout = LedgerWays.StartToCloseOf(operation.Way),
        RetryPolicy = LedgerWays.RetryPolicyOf(operation.Way),
    };

    private async Task<string> DescribeJobAsync(string id)
    {
        var description = await _client.GetActivityHandle(id).DescribeAsync();
        var pending = description.Pending is { } p ? ModelActivity.Describe(p.ActivityId, p.State, p.Attempt, p.StartToCloseTimeout) : null;
        return $"{RowOf(description.Info)} [{pending}]";
    }

    private string RowOf(ActivityExecutionInfo info) => ModelJob.RowOf(info.ActivityId, Since(info.ScheduleTime), info.Status, info.CloseTime is { } closed ? Since(closed) : null);
}
