using Holdfast.Protocol;
using Holdfast.Temporal.Tests.Isomorphism.Twins;
using Holdfast.Testing;

namespace Holdfast.Temporal.Tests.Isomorphism;

/// <summary>Runs all scenarios, exports their histories, and has Temporal's replayer follow them, once for all tests.</summary>
public sealed class ReplayedHistories : IAsyncLifetime
{
    /// <summary>A history under the name of a workflow that did not make it.</summary>
    public const string ForeignHistory = "foreign";

    /// <summary>One event of each type; read, not replayed.</summary>
    public const string EveryEventHistory = "every-event.shape";

    private readonly string _folder = Directory.CreateTempSubdirectory("holdfast-histories-").FullName;
    private IReadOnlyDictionary<string, string?> _errors = new Dictionary<string, string?>();

    public async ValueTask InitializeAsync()
    {
        foreach (var (name, run) in Scenarios.All)
        {
            await ExportAsync(name, run);
        }

        var timers = await File.ReadAllTextAsync(Path.Combine(_folder, "timers.json"));
        await File.WriteAllTextAsync(Path.Combine(_folder, $"{ForeignHistory}.json"), timers.Replace("\"CountDown\"", "\"FanOut\"", StringComparison.Ordinal));
        await WriteAsync(EveryEventHistory, new WorkflowExecution("every-event", RunId.None), EveryEvent.List());
        _errors = await NodeReplayer.ReplayAsync(_folder);
    }

    /// <summary>What the replayer said of the history; null when it followed it.</summary>
    public string? ErrorOf(string name) => _errors.TryGetValue(name, out var error) ? error : "it was not replayed";

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task ExportAsync(string name, Func<WorkflowEnvironment, Task<WorkflowHandle>> run)
    {
        await using var environment = await WorkflowEnvironment.StartAsync(e => e.AddAssembly(typeof(ReplayedHistories).Assembly).AddActivities(new LongSteps(e.TimeProvider)));
        var handle = await run(environment);
        List<HistoryEvent> history = [];
        await foreach (var item in handle.FetchHistoryAsync())
        {
            history.Add(item);
        }

        await WriteAsync(name, new WorkflowExecution(handle.Id, handle.RunId), history);
    }

    private Task WriteAsync(string name, WorkflowExecution workflow, IReadOnlyList<HistoryEvent> history) =>
        File.WriteAllBytesAsync(Path.Combine(_folder, $"{name}.json"), TemporalHistory.ToJson(workflow, history));
}
