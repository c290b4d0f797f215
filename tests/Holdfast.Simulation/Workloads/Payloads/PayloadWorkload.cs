using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>
/// Workflows whose arguments, results, signals, updates, heartbeats and failures are too large for their histories. The texts are few, so that several runs refer to one blob,
/// of which some are deleted; everybody reads what was written.
/// </summary>
internal sealed class PayloadWorkload(World world, Random chance, string id) : IWorkload
{
    private const int MostWorkflows = 3;
    private const int MostSteps = 6;
    private static readonly PayloadUse[] Uses = Enum.GetValues<PayloadUse>();
    private readonly int _texts = world.Blobs!.Texts;
    private readonly HashSet<RunId> _deleted = [];

    public string Name => $"payloads {id}";

    public Task DriveAsync() => Task.WhenAll(Enumerable.Range(0, chance.Next(1, MostWorkflows + 1)).Select(i => LiveAsync($"{id}.{i}")));

    public IEnumerable<string> Check(IReadOnlyList<RunHistory> runs) =>
        world.Outside.WrongTexts.Concat(runs.Where(r => _deleted.Contains(r.Execution.RunId)).Select(r => $"{r.Execution} was deleted, and is there again"));

    private async Task LiveAsync(string workflowId)
    {
        PayloadState state = new([.. DrawSteps(workflowId)], new Dictionary<string, string>(StringComparer.Ordinal), chance.Next(_texts));
        world.Trace.Write($"    {workflowId}: {string.Join(", ", state.Steps)}");
        await DelayAsync(5_000);
        var text = PayloadText.Of(state.Result);
        var handle = await world.Client.StartWorkflowAsync((PayloadWorkflow w) => w.RunAsync(state, text), new WorkflowOptions { Id = workflowId });
        var sending = state.Steps.Where(s => s.Use is PayloadUse.Signal or PayloadUse.Update).Select(s => SendAsync(workflowId, s)).ToList();
        await RequireResultAsync(handle, state);
        await Task.WhenAll(sending);
        await DelayAsync(20_000);
        if (chance.Next(2) == 0 && MayDelete)
        {
            await DeleteAsync(handle);
        }
        else
        {
            await RequireResultAsync(handle, state);
        }
    }

    /// <summary>What is deleted is not known any more: a start that was under way all the time would begin a run that nobody sends anything to.</summary>
    private bool MayDelete => !world.Settings.FaultKinds.HasNetworkFaults();

    private IEnumerable<PayloadStep> DrawSteps(string workflowId)
    {
        for (var i = 0; i < chance.Next(1, MostSteps + 1); i++)
        {
            yield return new PayloadStep(Uses[chance.Next(Uses.Length)], chance.Next(_texts), DrawSeconds(), string.Create(CultureInfo.InvariantCulture, $"{workflowId}.{i}"));
        }
    }

    /// <summary>Mostly little; now and then, where that is not too long, until what nobody refers to any more is removed.</summary>
    private int DrawSeconds() => chance.Next(3) != 0 ? chance.Next(20) : (int)Math.Min(world.Blobs!.GracePeriod.TotalSeconds * 1.5, 300);

    private async Task SendAsync(string workflowId, PayloadStep step)
    {
        await DelayAsync(10_000);
        var run = world.Client.GetWorkflowHandle<PayloadWorkflow>(workflowId);
        var text = PayloadText.Of(step.Text);
        while (true)
        {
            try
            {
                await SendAsync(run, step, text);
                return;
            }
            catch (WorkflowException exception) when (exception is WorkflowClosedException or WorkflowUpdateFailedException)
            {
                // Either it came, and only its answer was lost, or the run went on as another before it saw it.
                if ((await world.Client.GetWorkflowHandle(workflowId).DescribeAsync()).Info.Status != WorkflowExecutionStatus.Running)
                {
                    return;
                }

                await DelayAsync(500);
            }
        }
    }

    private static async Task SendAsync(WorkflowHandle<PayloadWorkflow> run, PayloadStep step, string text)
    {
        var name = step.Name;
        if (step.Use is PayloadUse.Signal)
        {
            await run.SignalAsync(w => w.Deliver(name, text), new WorkflowSignalOptions { RequestId = name });
            return;
        }

        var answer = await run.ExecuteUpdateAsync(w => w.ExchangeAsync(name, text), new WorkflowUpdateOptions { UpdateId = name });
        Require(answer, step.Text, $"update {name}");
    }

    private async Task RequireResultAsync(WorkflowHandle<PayloadWorkflow, string> handle, PayloadState state) =>
        Require(await handle.ResultAsync(), state.Result, $"whoever asked for the result of {handle.Id}");

    private async Task DeleteAsync(WorkflowHandle<PayloadWorkflow, string> handle)
    {
        world.Answers.MayForget(handle.Id);
        var run = world.Client.GetWorkflowHandle(handle.Id, handle.RunId);
        try
        {
            await run.DeleteAsync();
        }
        catch (WorkflowNotFoundException)
        {
            world.Trace.Write($"    {run.Id} was deleted by a request whose answer was lost");
        }

        _deleted.Add(run.RunId);
    }

    private static void Require(string? text, int number, string where)
    {
        var fault = PayloadText.Fault(text, number, where);
        SimulationFailure.Require(fault is null, fault ?? string.Empty);
    }

    private Task DelayAsync(int mostMilliseconds) => Task.Delay(TimeSpan.FromMilliseconds(chance.Next(mostMilliseconds)), world.Clock);
}
