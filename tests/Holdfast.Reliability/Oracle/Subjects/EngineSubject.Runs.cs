using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <content>Runs and their code.</content>
internal sealed partial class EngineSubject
{
    private async Task<Answer> RunAsync(Operation operation)
    {
        var handle = Handle(operation.WorkflowId);
        var amount = operation.Amount;
        switch (operation.Kind)
        {
            case OperationKind.Start:
                return Made((await _client.StartWorkflowAsync((LedgerWorkflow w) => w.RunAsync(amount), OptionsOf(operation))).RunId);
            case OperationKind.SignalWithStart:
                return Made((await _client.SignalWithStartWorkflowAsync((LedgerWorkflow w) => w.RunAsync(amount), w => w.Add(amount + 1), OptionsOf(operation))).RunId);
            case OperationKind.UpdateWithStart:
                var started = await _client.UpdateWithStartWorkflowAsync((LedgerWorkflow w) => w.RunAsync(amount), w => w.AddAndTellAsync(amount), options: OptionsOf(operation));
                return Answer.Value(await started.Update.ResultAsync());
            case OperationKind.Update:
                return Answer.Value(await handle.ExecuteUpdateAsync(w => w.AddAndTellAsync(amount)));
            case OperationKind.PollUpdate:
                await handle.StartUpdateAsync(w => w.AddAndTellAsync(amount), options: new WorkflowUpdateOptions { UpdateId = operation.Name });
                return Answer.Value(await handle.GetUpdateHandle<long>(operation.Name).ResultAsync());
            case OperationKind.RejectedUpdate:
                return Answer.Value(await handle.ExecuteUpdateAsync(w => w.AddAndTellAsync(-amount)));
            case OperationKind.Work:
                return Answer.Value(await handle.ExecuteUpdateAsync(w => w.WorkAsync(amount)));
            case OperationKind.Query:
                return new Answer(await handle.QueryAsync(w => w.View()));
            case OperationKind.Result:
                return Answer.Value(await handle.ResultAsync());
            case OperationKind.Reset:
                return Made((await handle.ResetAsync(new WorkflowResetOptions { Target = ResetTarget.FirstWorkflowTask })).RunId);
            case OperationKind.Describe:
                return new Answer((await handle.DescribeAsync()).Info.Status.ToString());
            case OperationKind.UpdatePriority:
                return Answer.Value((await handle.UpdatePriorityAsync(new Priority { PriorityKey = (int)(amount % 5) + 1 }))!.PriorityKey);
            default:
                await TellAsync(operation, handle);
                return Answer.Ok;
        }
    }

    private static async Task TellAsync(Operation operation, WorkflowHandle<LedgerWorkflow, long> handle)
    {
        switch (operation.Kind)
        {
            case OperationKind.Signal: await handle.SignalAsync(w => w.Add(operation.Amount)); break;
            case OperationKind.Finish: await handle.SignalAsync(w => w.End("finish")); break;
            case OperationKind.Fail: await handle.SignalAsync(w => w.End("fail")); break;
            case OperationKind.Cancel: await handle.CancelAsync("no longer wanted"); break;
            case OperationKind.Terminate: await handle.TerminateAsync("no longer wanted"); break;
            case OperationKind.Pause: await handle.PauseAsync("look"); break;
            case OperationKind.Unpause: await handle.UnpauseAsync("go on"); break;
            default: await handle.DeleteAsync(); break;
        }
    }

    private async Task<Answer> TellCodeAsync(Operation operation)
    {
        await Handle(operation.WorkflowId).SignalAsync(w => w.Do(CommandOf(operation)));
        if (operation.Kind == OperationKind.BreakTask)
        {
            await PassAsync(LedgerTimes.TaskRetry);
        }

        return Answer.Ok;
    }

    private static LedgerCommand CommandOf(Operation operation) => new(VerbOf(operation.Kind), operation.Name, operation.Amount, operation.Way, operation.CancellationType, operation.Target);

    private static string VerbOf(OperationKind kind) => kind switch
    {
        OperationKind.Timer => LedgerVerbs.Timer,
        OperationKind.Activity => LedgerVerbs.Activity,
        OperationKind.LocalActivity => LedgerVerbs.LocalActivity,
        OperationKind.Child => LedgerVerbs.Child,
        OperationKind.SignalOther => LedgerVerbs.SignalOther,
        OperationKind.CancelOther => LedgerVerbs.CancelOther,
        OperationKind.CancelItem => LedgerVerbs.CancelItem,
        OperationKind.Patch => LedgerVerbs.Patch,
        OperationKind.Memo => LedgerVerbs.Memo,
        OperationKind.Attribute => LedgerVerbs.Attribute,
        OperationKind.ContinueAsNew => LedgerVerbs.ContinueAsNew,
        _ => LedgerVerbs.BreakTask,
    };

    private static WorkflowOptions OptionsOf(Operation operation)
    {
        var way = StartWay.Named(operation.Way);
        return new WorkflowOptions
        {
            Id = operation.WorkflowId,
            IdReusePolicy = operation.Reuse,
            IdConflictPolicy = operation.Conflict,
            StartDelay = way.Delay == TimeSpan.Zero ? null : way.Delay,
            RunTimeout = way.RunLimit,
            ExecutionTimeout = way.ExecutionLimit,
            RetryPolicy = way.IsRetried ? new RetryPolicy { InitialInterval = LedgerTimes.RunRetry, MaximumAttempts = LedgerTimes.RunAttempts } : null,
            CronSchedule = way.IsCron ? LedgerTimes.Cron : string.Empty,
            Memo = way.Note is null ? new Dictionary<string, object?>() : new Dictionary<string, object?> { [LedgerWorkflow.MemoName] = way.Note },
            SearchAttributes = way.Attribute is { } attribute ? SearchAttributes.Of(SearchAttributeKey.Int(LedgerWorkflow.AttributeName).Set(attribute)) : SearchAttributes.Empty,
            Priority = way.Priority == 0 ? null : new Priority { PriorityKey = way.Priority },
        };
    }

    private async Task<Answer> ListAsync(Operation operation)
    {
        if (operation.Kind == OperationKind.Count)
        {
            var counted = await _client.CountWorkflowsAsync($"{operation.Way} GROUP BY WorkflowId".TrimStart());
            return new Answer(string.Create(CultureInfo.InvariantCulture, $"{counted.Count}: {GroupsOf(counted.Groups)}"));
        }

        List<WorkflowExecutionInfo> rows = [];
        await foreach (var info in _client.ListWorkflowsAsync(new WorkflowListFilter { Text = operation.Way, PageSize = 2 }))
        {
            rows.Add(info);
        }

        return new Answer(string.Join("; ", rows.Select(i => $"{i.Execution.WorkflowId} {RowOf(i)}")));
    }

    private string RowOf(WorkflowExecutionInfo info) => new RunView(info.Execution.WorkflowId, Since(info.StartTime), info.Status, info.CloseTime is { } closed ? Since(closed) : null, null, null, AttributeOf(info), 0, [], [], new Dictionary<EventType, int>()).Row;
}
