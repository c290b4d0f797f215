using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>A run as it is stored at the end.</summary>
internal sealed record RunHistory(WorkflowExecution Execution, WorkflowExecutionStatus Status, IReadOnlyList<HistoryEvent> Events)
{
    /// <summary>The namespace that it is in.</summary>
    public string Namespace { get; init; } = NamespaceRules.Default;

    /// <summary>Reads every run of a world.</summary>
    public static async Task<List<RunHistory>> ReadAllAsync(World world)
    {
        List<RunHistory> runs = [];
        foreach (var folder in world.Folders)
        {
            runs.AddRange(await ReadAllAsync(world.ClientOf(folder)));
        }

        return runs;
    }

    /// <summary>Reads the runs of one folder and namespace.</summary>
    public static async Task<List<RunHistory>> ReadAllAsync(IHoldfastClient client, WorkflowListFilter? filter = null)
    {
        List<RunHistory> runs = [];
        await foreach (var info in client.ListWorkflowsAsync(filter))
        {
            List<HistoryEvent> events = [];
            await foreach (var historyEvent in client.GetWorkflowHandle(info.Execution.WorkflowId, info.Execution.RunId).FetchRestoredHistoryAsync())
            {
                events.Add(historyEvent);
            }

            runs.Add(new RunHistory(info.Execution, info.Status, events) { Namespace = client.Namespace });
        }

        return runs;
    }

    public override string ToString() => string.Join('\n', Events.Select(e => $"  {e.EventId} {e.Type}"));
}
