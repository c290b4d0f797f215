using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>
/// Workflows whose closed runs are kept briefly, looked at until they are gone: a run is there with its whole history, or it is gone or in the archive because its retention
/// is over. Their IDs may be used again from then on, and not before. Some runs are reset around that time.
/// </summary>
internal sealed class RetentionWorkload(World world, Random chance, string id) : IWorkload
{
    private const int MostWorkflows = 3;
    private const int MostSteps = 4;
    private const int Texts = 3;
    private const int LooksPerReset = 4;
    private const int MostResets = 2;

    /// <summary>What a run does by itself: one that begins again because its start came late ends without anybody's help.</summary>
    private static readonly PayloadUse[] Uses = [.. Enum.GetValues<PayloadUse>().Except([PayloadUse.Signal, PayloadUse.Update])];

    private readonly RetentionWatch _watch = world.Retained!;
    private readonly List<string> _problems = [];

    public string Name => $"retention {id}";

    public Task DriveAsync() => Task.WhenAll(RetentionSettings.Namespaces.SelectMany(name => Enumerable.Range(0, chance.Next(1, MostWorkflows + 1)).Select(i => LiveAsync(name, $"{id}.{name}.{i}")).ToList()));

    public IEnumerable<string> Check(IReadOnlyList<RunHistory> runs) => _problems;

    private async Task LiveAsync(string @namespace, string workflowId)
    {
        PayloadState state = new([.. DrawSteps(workflowId)], new Dictionary<string, string>(StringComparer.Ordinal), chance.Next(Texts));
        world.Trace.Write($"    {workflowId}: {string.Join(", ", state.Steps)}");
        world.Answers.MayForget(workflowId);
        await DelayAsync(5_000);
        var client = world.NewClient(@namespace);
        var first = await StartFirstAsync(client, state, workflowId);
        await RequireResultAsync(client, first, state);
        var again = await UseAgainAsync(client, client.GetWorkflowHandle(workflowId, first.RunId), state);
        await RequireResultAsync(client, again, state);
    }

    /// <summary>A start that comes again, because its answer was lost, when the run that it made is gone already, finds the one that continues that run: nobody else uses the ID.</summary>
    private async Task<WorkflowExecution> StartFirstAsync(IHoldfastClient client, PayloadState state, string workflowId)
    {
        try
        {
            return await StartAsync(client, state, new WorkflowOptions { Id = workflowId });
        }
        catch (WorkflowAlreadyStartedException refusal) when (_watch.Gone.Any(g => g.Workflow.WorkflowId == workflowId))
        {
            return new WorkflowExecution(workflowId, refusal.RunId);
        }
    }

    private static async Task<WorkflowExecution> StartAsync(IHoldfastClient client, PayloadState state, WorkflowOptions options)
    {
        var text = PayloadText.Of(state.Result);
        var handle = await client.StartWorkflowAsync((PayloadWorkflow w) => w.RunAsync(state, text), options);
        return new WorkflowExecution(handle.Id, handle.RunId);
    }

    /// <summary>Looks at a closed run, and tries to use its ID again, until both is as it must be in the end.</summary>
    private async Task<WorkflowExecution> UseAgainAsync(IHoldfastClient client, WorkflowHandle run, PayloadState state)
    {
        List<HistoryEvent> history = [];
        var resets = 0;
        while (true)
        {
            await LookAsync(client, run, history);
            if (resets < MostResets && chance.Next(LooksPerReset) == 0 && await TryResetAsync(run))
            {
                resets++;
            }

            var forgotten = _watch.Forgotten();
            try
            {
                var again = await StartAsync(client, state, new WorkflowOptions { Id = run.Id, IdReusePolicy = WorkflowIdReusePolicy.RejectDuplicate });
                Note(_watch.IsGone(run.RunId), $"{run.Id} began again although {run.RunId} was kept");
                await LookAsync(client, run, history);
                return again;
            }
            catch (WorkflowAlreadyStartedException refusal)
            {
                Note(!forgotten.Contains(refusal.RunId), $"{run.Id} could not begin again because of {refusal.RunId}, which was gone for long");
            }

            await DelayAsync(10_000);
        }
    }

    /// <summary>Describes a run and reads its history.</summary>
    /// <param name="client">A client of its namespace.</param>
    /// <param name="run">The run.</param>
    /// <param name="history">Its history, once somebody has read it.</param>
    private async Task LookAsync(IHoldfastClient client, WorkflowHandle run, List<HistoryEvent> history)
    {
        var isForgotten = _watch.Forgotten().Contains(run.RunId);
        try
        {
            var isArchived = (await run.DescribeAsync()).IsArchived;
            Note(isArchived ? _watch.IsGone(run.RunId) : !isForgotten, $"{run.Id} ({run.RunId}) was described as {(isArchived ? "archived before it was" : "kept long after it was gone")}");
            List<HistoryEvent> events = [];
            await foreach (var historyEvent in run.FetchRestoredHistoryAsync())
            {
                events.Add(historyEvent);
            }

            if (history.Count == 0)
            {
                history.AddRange(events);
            }

            Note(events.Select(Key).SequenceEqual(history.Select(Key)) && HistoryChecker.IsClose(events[^1].Type), $"{run.Id} ({run.RunId}) was read with another history than before, or half of it");
        }
        catch (WorkflowNotFoundException)
        {
            Note(client.Namespace == RetentionSettings.Brief && _watch.IsGone(run.RunId), $"{run.Id} ({run.RunId}) was not found although it was kept or archived");
        }
    }

    /// <summary>Resets a run, which then runs once more, unless it is gone.</summary>
    private async Task<bool> TryResetAsync(WorkflowHandle run)
    {
        var isForgotten = _watch.Forgotten().Contains(run.RunId);
        try
        {
            var again = await run.ResetAsync(new WorkflowResetOptions { Target = chance.Next(2) == 0 ? ResetTarget.FirstWorkflowTask : ResetTarget.LastWorkflowTask });
            world.Trace.Write($"    {run.Id}: {run.RunId} was reset, and is {again.RunId}");
            Note(!isForgotten, $"{run.Id} ({run.RunId}) was reset long after it was gone");
            return true;
        }
        catch (WorkflowNotFoundException)
        {
            Note(_watch.IsGone(run.RunId), $"{run.Id} ({run.RunId}) could not be reset because it was not found, although it was kept");
            return false;
        }
    }

    private async Task RequireResultAsync(IHoldfastClient client, WorkflowExecution run, PayloadState state)
    {
        try
        {
            var result = await client.GetWorkflowHandle<PayloadWorkflow, string>(run.WorkflowId, run.RunId).ResultAsync();
            Note(PayloadText.Fault(result, state.Result, run.WorkflowId) is null, $"whoever asked for the result of {run.WorkflowId} got another one");
        }
        catch (WorkflowNotFoundException)
        {
            // Whoever asks for long enough asks too late, for this run or one that it went on as.
            Note(client.Namespace == RetentionSettings.Brief && _watch.Gone.Any(g => g.Workflow.WorkflowId == run.WorkflowId), $"{run} was not found although it was kept");
        }
    }

    private static (long, EventType, DateTimeOffset) Key(HistoryEvent historyEvent) => (historyEvent.EventId, historyEvent.Type, historyEvent.Time);

    private IEnumerable<PayloadStep> DrawSteps(string workflowId)
    {
        for (var i = chance.Next(1, MostSteps + 1); i > 0; i--)
        {
            var use = Uses[chance.Next(Uses.Length)];
            yield return new PayloadStep(use is PayloadUse.Blob && world.Blobs is null ? PayloadUse.Produce : use, chance.Next(Texts), chance.Next(20), string.Create(CultureInfo.InvariantCulture, $"{workflowId}.{i}"));
        }
    }

    private void Note(bool isRight, string problem)
    {
        if (!isRight)
        {
            _problems.Add(problem);
        }
    }

    private Task DelayAsync(int mostMilliseconds) => Task.Delay(TimeSpan.FromMilliseconds(chance.Next(mostMilliseconds)), world.Clock);
}
