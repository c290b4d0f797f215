using System.Globalization;
using System.Text;
using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <summary>An embedded engine that is asked what the model is asked, through the public client.</summary>
internal sealed class EngineSubject : IAsyncDisposable
{
    private readonly string? _dataFolder;
    private readonly Dictionary<RunId, int> _ordinals = [];
    private EmbeddedHost _host;

    private EngineSubject(string name, string? dataFolder, EmbeddedHost host)
    {
        Name = name;
        _dataFolder = dataFolder;
        _host = host;
    }

    public string Name { get; }

    /// <summary>The event types in the histories of all runs that were seen.</summary>
    public HashSet<EventType> EventTypes { get; } = [];

    /// <summary>Starts one.</summary>
    /// <param name="name">Its name in messages.</param>
    /// <param name="dataFolder">Where it keeps its data; null: in memory.</param>
    public static async Task<EngineSubject> StartAsync(string name, string? dataFolder) => new(name, dataFolder, await EmbeddedHost.StartAsync(dataFolder));

    /// <summary>Runs are counted from one again.</summary>
    public void BeginSequence() => _ordinals.Clear();

    /// <summary>Carries out an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="closes">Whether to wait for the end of the workflow's newest run, which is about to come.</param>
    public async Task<Answer> ApplyAsync(Operation operation, bool closes)
    {
        try
        {
            var text = await ApplyAsync(operation);
            if (closes)
            {
                await EndOfAsync(operation.WorkflowId);
            }

            return new Answer(text, closes);
        }
        catch (HoldfastException refusal)
        {
            return new Answer(refusal.Code.ToString(), closes);
        }
    }

    /// <summary>What can be seen of everything.</summary>
    public async Task<string> StateAsync(IReadOnlyList<string> workflowIds)
    {
        List<string> parts = [];
        foreach (var id in workflowIds)
        {
            parts.Add(await DescribeAsync(id));
        }

        return string.Join("; ", parts.Append(await CountByStatusAsync(workflowIds[0])));
    }

    /// <summary>Takes note of the events of a workflow's newest run.</summary>
    public async Task NoteEventsAsync(string workflowId)
    {
        try
        {
            await foreach (var item in Handle(workflowId).FetchHistoryAsync())
            {
                EventTypes.Add(item.Attributes.Type);
            }
        }
        catch (HoldfastException missing) when (missing.Code == ErrorCodes.NotFound)
        {
            // There is no run.
        }
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task<string> ApplyAsync(Operation operation)
    {
        var handle = Handle(operation.WorkflowId);
        switch (operation.Kind)
        {
            case OperationKind.Start:
                return NameOf((await _host.Client.StartWorkflowAsync((LedgerWorkflow w) => w.RunAsync(operation.Amount), OptionsOf(operation))).RunId);
            case OperationKind.SignalWithStart:
                return NameOf((await _host.Client.SignalWithStartWorkflowAsync((LedgerWorkflow w) => w.RunAsync(operation.Amount), w => w.Add(operation.Amount + 1), OptionsOf(operation))).RunId);
            case OperationKind.Update:
                return Text(await handle.ExecuteUpdateAsync(w => w.AddAndTellAsync(operation.Amount)));
            case OperationKind.RejectedUpdate:
                return Text(await handle.ExecuteUpdateAsync(w => w.AddAndTellAsync(-operation.Amount)));
            case OperationKind.Work:
                return Text(await handle.ExecuteUpdateAsync(w => w.WorkAsync(operation.Amount)));
            case OperationKind.Query:
                return Text(await handle.QueryAsync(w => w.Total()));
            case OperationKind.Result:
                return Text(await handle.ResultAsync());
            case OperationKind.Reset:
                return NameOf((await handle.ResetAsync(new WorkflowResetOptions { Target = ResetTarget.FirstWorkflowTask })).RunId);
            case OperationKind.Describe:
                return (await handle.DescribeAsync()).Info.Status.ToString();
            case OperationKind.Count:
                return await CountByStatusAsync(operation.WorkflowId);
            default:
                await TellAsync(operation, handle);
                return "ok";
        }
    }

    private async Task TellAsync(Operation operation, WorkflowHandle<LedgerWorkflow, long> handle)
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
            case OperationKind.Delete: await handle.DeleteAsync(); break;
            default: await RestartAsync(); break;
        }
    }

    private async Task RestartAsync()
    {
        if (_dataFolder is not null)
        {
            await _host.DisposeAsync();
            _host = await EmbeddedHost.StartAsync(_dataFolder);
        }
    }

    private async Task EndOfAsync(string workflowId)
    {
        try
        {
            await Handle(workflowId).ResultAsync();
        }
        catch (WorkflowFailedException)
        {
            // An end all the same.
        }
    }

    private async Task<string> DescribeAsync(string workflowId)
    {
        try
        {
            var info = (await Handle(workflowId).DescribeAsync()).Info;
            var total = info.Status == WorkflowExecutionStatus.Paused ? "?" : Text(await Handle(workflowId).QueryAsync(w => w.Total()));
            return $"{workflowId}: {NameOf(info.Execution.RunId)} {info.Status} {total}";
        }
        catch (HoldfastException missing) when (missing.Code == ErrorCodes.NotFound)
        {
            return $"{workflowId}: none";
        }
    }

    private async Task<string> CountByStatusAsync(string workflowId)
    {
        var prefix = workflowId[..(workflowId.LastIndexOf('-') + 1)];
        var counts = await _host.Client.CountWorkflowsAsync($"WorkflowId STARTS_WITH '{prefix}' GROUP BY ExecutionStatus");
        return string.Join(' ', counts.Groups.Select(g => $"{Encoding.UTF8.GetString(g.Value.Data.Span).Trim('"')}={Text(g.Count)}").Order(StringComparer.Ordinal));
    }

    private WorkflowHandle<LedgerWorkflow, long> Handle(string workflowId) => _host.Client.GetWorkflowHandle<LedgerWorkflow, long>(workflowId);

    private static WorkflowOptions OptionsOf(Operation operation) => new() { Id = operation.WorkflowId, IdReusePolicy = operation.Reuse, IdConflictPolicy = operation.Conflict };

    private string NameOf(RunId runId)
    {
        if (!_ordinals.TryGetValue(runId, out var ordinal))
        {
            ordinal = _ordinals.Count + 1;
            _ordinals.Add(runId, ordinal);
        }

        return string.Create(CultureInfo.InvariantCulture, $"run {ordinal}");
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
