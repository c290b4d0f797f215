using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>Resets one workflow, and knows how many runs that makes.</summary>
internal sealed class WorkflowResets(World world, Random chance, string id)
{
    private int _done;
    private int _refused;

    /// <summary>Resets the newest run to some workflow task.</summary>
    public async Task ResetNewestAsync()
    {
        var newest = await world.Client.GetWorkflowHandle(id).DescribeAsync();
        await ResetAsync(newest.Info.Execution.RunId);
    }

    /// <summary>Resets a run to some workflow task.</summary>
    public async Task ResetAsync(RunId runId)
    {
        var handle = world.Client.GetWorkflowHandle(id, runId);
        var options = await DrawOptionsAsync(handle);
        try
        {
            var again = await handle.ResetAsync(options);
            _done++;
            world.Trace.Write($"    {id}: {runId} was reset to {options.Target} {options.WorkflowTaskFinishEventId}, and is {again.RunId}");
            var described = await world.Client.GetWorkflowHandle(id, again.RunId).DescribeAsync();
            SimulationFailure.Require(described.Info.Execution.RunId == again.RunId, $"{id} was reset, but its new run is not there");
        }
        catch (HoldfastException refusal) when (refusal.Code == ErrorCodes.ResetPointInvalid || refusal.Code == ErrorCodes.LimitExceeded)
        {
            _refused++;
            world.Trace.Write($"    {id}: not reset: {refusal.Message}");
        }
    }

    /// <summary>What is wrong with so many runs that came of resets. A request that was refused may come once more when it can be granted.</summary>
    public IEnumerable<string> Check(int branches) =>
        branches >= _done && branches <= _done + (world.Faults.Kinds.HasNetworkFaults() ? _refused : 0) ? [] : [string.Create(CultureInfo.InvariantCulture, $"{id} was reset {_done} times, and {branches} runs came of it")];

    private async Task<WorkflowResetOptions> DrawOptionsAsync(WorkflowHandle handle)
    {
        switch (chance.Next(4))
        {
            case 0:
                return new WorkflowResetOptions { Target = ResetTarget.FirstWorkflowTask };
            case 1:
                return new WorkflowResetOptions { Target = ResetTarget.LastWorkflowTask };
            default:
                List<long> ends = [];
                await foreach (var recorded in handle.FetchHistoryAsync())
                {
                    if (recorded.Type is EventType.WorkflowTaskStarted or EventType.WorkflowTaskCompleted)
                    {
                        ends.Add(recorded.EventId);
                    }
                }

                return ends.Count == 0
                    ? new WorkflowResetOptions { Target = ResetTarget.FirstWorkflowTask }
                    : new WorkflowResetOptions { Target = ResetTarget.WorkflowTaskEvent, WorkflowTaskFinishEventId = ends[chance.Next(ends.Count)] };
        }
    }
}
