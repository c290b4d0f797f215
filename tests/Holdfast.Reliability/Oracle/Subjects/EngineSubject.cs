using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Holdfast.Protocol;
using Holdfast.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Holdfast.Reliability;

/// <summary>An embedded engine, with a worker and a clock of its own, that is asked what the model is asked, through the public client.</summary>
internal sealed partial class EngineSubject : IAsyncDisposable
{
    private readonly WorkflowEnvironment _environment;
    private readonly HoldfastClient _client;
    private readonly OutsideWork _outside;
    private readonly DateTimeOffset _began;

    private EngineSubject(string name, WorkflowEnvironment environment, OutsideWork outside, OracleCoverage coverage)
    {
        Name = name;
        _environment = environment;
        _outside = outside;
        _began = environment.Now;
        Coverage = coverage;
        var namespaces = CalledService<INamespaceService>.Of(environment.Service.Namespaces, coverage.Methods, static (_, answer) => answer);
        var service = CalledService<IWorkflowService>.Of(environment.Service, coverage.Methods, (_, answer) => answer is INamespaceService ? namespaces : answer);
        _client = new HoldfastClient(service, new HoldfastClientOptions { TimeProvider = environment.TimeProvider, BlobStore = coverage.Blobs });
    }

    public string Name { get; }

    public OracleCoverage Coverage { get; }

    /// <summary>Starts one.</summary>
    /// <param name="name">Its name in messages.</param>
    /// <param name="dataFolder">Where it keeps its data; null: in memory, where a restart is a power failure.</param>
    /// <param name="coverage">Takes note of what is reached.</param>
    public static async Task<EngineSubject> StartAsync(string name, string? dataFolder, OracleCoverage coverage)
    {
        OutsideWork outside = new();
        var environment = await WorkflowEnvironment.StartAsync(
            builder =>
            {
                builder.Services.AddSingleton(outside);
                builder.AddWorkflow<LedgerWorkflow>().AddActivities<LedgerActivities>();
            },
            new WorkflowEnvironmentOptions { SkipsTime = false },
            clock => dataFolder is null ? new MemoryStorage(clock) : new DiskStorage(dataFolder, clock),
            CancellationToken.None);
        await environment.Client.Namespaces.AddSearchAttributesAsync(new Dictionary<string, SearchAttributeType> { [LedgerWorkflow.AttributeName] = SearchAttributeType.Int });
        return new EngineSubject(name, environment, outside, coverage);
    }

    /// <summary>Lets time pass, and returns when all is done that is due.</summary>
    public Task PassAsync(TimeSpan time) => _environment.AdvanceAsync(time);

    /// <summary>Carries out an operation.</summary>
    public async Task<Answer> ApplyAsync(Operation operation)
    {
        try
        {
            return await AnswerAsync(operation);
        }
        catch (HoldfastException refusal)
        {
            return Answer.Refusal(refusal.Code);
        }
    }

    /// <summary>What can be seen of everything.</summary>
    /// <param name="isAsked">Whether the code of a workflow's newest run is to be asked.</param>
    public async Task<IReadOnlyList<string>> StateAsync(Func<string, bool> isAsked)
    {
        List<string> parts = [];
        foreach (var id in OperationDraw.WorkflowIds)
        {
            parts.Add(await OrNoneAsync(id, () => ViewAsync(id, isAsked(id))));
        }

        foreach (var id in OperationDraw.JobIds)
        {
            parts.Add(await OrNoneAsync(id, () => DescribeJobAsync(id)));
        }

        parts.Add(await CountAsync("GROUP BY ExecutionStatus"));
        return parts;
    }

    public ValueTask DisposeAsync() => _environment.DisposeAsync();

    private Task<Answer> AnswerAsync(Operation operation) => operation.Kind switch
    {
        OperationKind.Advance => PassingAsync(operation.Amount),
        OperationKind.RestartHost => RestartAsync(),
        OperationKind.Blob => BlobAsync(operation.Name),
        >= OperationKind.List and <= OperationKind.Count => ListAsync(operation),
        >= OperationKind.Timer and <= OperationKind.BreakTask => TellCodeAsync(operation),
        >= OperationKind.CompleteActivity and <= OperationKind.RestoreActivityOptions => OperateAsync(operation),
        >= OperationKind.StartJob and <= OperationKind.CountJobs => JobAsync(operation),
        >= OperationKind.RegisterNamespace and <= OperationKind.DescribeTaskQueue => NamespaceAsync(operation),
        _ => RunAsync(operation),
    };

    private async Task<Answer> PassingAsync(long amount)
    {
        await PassAsync(LedgerTimes.Passing(amount));
        return Answer.Ok;
    }

    private async Task<Answer> RestartAsync()
    {
        await _environment.RestartAsync();
        return Answer.Ok;
    }

    private async Task<Answer> BlobAsync(string text)
    {
        using MemoryStream content = new(Encoding.UTF8.GetBytes(text));
        using StreamReader reader = new(await _client.OpenBlobAsync(await _client.CreateBlobAsync(content)));
        return new Answer(await reader.ReadToEndAsync());
    }

    private async Task<RunView> ViewAsync(string workflowId, bool isAsked)
    {
        var handle = Handle(workflowId);
        var description = await handle.DescribeAsync();
        var info = description.Info;
        Dictionary<EventType, int> events = [];
        await foreach (var item in handle.FetchHistoryAsync())
        {
            Coverage.EventTypes.Add(item.Attributes.Type);
            if (RunView.Counts(item.Attributes.Type))
            {
                events[item.Attributes.Type] = events.GetValueOrDefault(item.Attributes.Type) + 1;
            }
        }

        return new RunView(
            workflowId,
            Since(info.StartTime),
            info.Status,
            info.CloseTime is { } closed ? Since(closed) : null,
            isAsked ? await handle.QueryAsync(w => w.View()) : null,
            info.MemoValue<string>(LedgerWorkflow.MemoName),
            AttributeOf(info),
            description.Priority?.PriorityKey ?? 0,
            description.PendingActivities.Select(a => ModelActivity.Describe(a.ActivityId, a.State, a.Attempt, a.StartToCloseTimeout)),
            description.PendingChildren.Select(c => c.Execution.WorkflowId),
            events);
    }

    private static async Task<string> OrNoneAsync<T>(string id, Func<Task<T>> read)
    {
        try
        {
            return $"{await read()}";
        }
        catch (HoldfastException missing) when (missing.Code == ErrorCodes.NotFound)
        {
            return $"{id} none";
        }
    }

    private async Task<string> CountAsync(string filter) => GroupsOf((await _client.CountWorkflowsAsync(filter)).Groups);

    private static string GroupsOf(IEnumerable<WorkflowCountGroup> groups) => string.Join(' ', groups.Select(g => string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetString(g.Value.Data.Span).Trim('"')}={g.Count}")).Order(StringComparer.Ordinal));

    private static long? AttributeOf(WorkflowExecutionInfo info) => info.GetSearchAttributes().TryGet(SearchAttributeKey.Int(LedgerWorkflow.AttributeName), out var value) ? value : null;

    private WorkflowHandle<LedgerWorkflow, long> Handle(string workflowId) => _client.GetWorkflowHandle<LedgerWorkflow, long>(workflowId);

    /// <summary>A run's ID holds the time when it was made.</summary>
    private Answer Made(RunId runId)
    {
        Span<byte> bytes = stackalloc byte[16];
        runId.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        return Answer.Run(Since(DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(bytes) >>> 16)));
    }

    private TimeSpan Since(DateTimeOffset time) => time - _began;
}
