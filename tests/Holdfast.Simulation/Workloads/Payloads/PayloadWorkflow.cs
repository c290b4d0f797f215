namespace Holdfast.Simulation;

/// <summary>Gets large texts in every way there is, keeps them, and looks at its end whether they are what was written.</summary>
[Workflow]
public sealed class PayloadWorkflow
{
    private static readonly ActivityOptions TenMinutes = new() { StartToCloseTimeout = TimeSpan.FromMinutes(10) };
    private static readonly ActivityOptions WithHeartbeat = TenMinutes with { HeartbeatTimeout = TimeSpan.FromMinutes(2) };
    private readonly SortedDictionary<string, string> _received = new(StringComparer.Ordinal);
    private readonly List<(int Number, string Text)> _kept = [];

    /// <summary>Takes the steps; gives the text that the state names.</summary>
    public async Task<string> RunAsync(PayloadState state, string text)
    {
        Require(text, state.Result);
        foreach (var (name, earlier) in state.Received)
        {
            _received.TryAdd(name, earlier);
        }

        for (var i = 0; i < state.Steps.Count; i++)
        {
            var step = state.Steps[i];
            if (step.Use is PayloadUse.ContinueAsNew)
            {
                // In its first task a run's code begins before what came for it is handled.
                await Workflow.DelayAsync(TimeSpan.FromMilliseconds(1));
                PayloadState next = new([.. state.Steps.Skip(i + 1)], _received, state.Result);
                throw Workflow.ContinueAsNew((PayloadWorkflow w) => w.RunAsync(next, text));
            }

            if (await TakeAsync(step) is { } got)
            {
                _kept.Add((step.Text, got));
            }
        }

        _kept.ForEach(k => Require(k.Text, k.Number));
        await Workflow.WaitConditionAsync(() => Workflow.AllHandlersFinished);
        return text;
    }

    /// <summary>A text.</summary>
    [Signal]
    public void Deliver(string name, string text) => _received.TryAdd(name, text);

    /// <summary>A text, which is given back.</summary>
    [Update]
    public async Task<string> ExchangeAsync(string name, string text)
    {
        _received.TryAdd(name, text);
        await Task.CompletedTask;
        return text;
    }

    private async Task<string?> TakeAsync(PayloadStep step)
    {
        var number = step.Text;
        switch (step.Use)
        {
            case PayloadUse.Produce:
                return await Workflow.ExecuteActivityAsync((PayloadActivities a) => a.ProduceAsync(number), TenMinutes);
            case PayloadUse.Relay:
                var text = PayloadText.Of(number);
                return await Workflow.ExecuteActivityAsync((PayloadActivities a) => a.RelayAsync(text, number), TenMinutes);
            case PayloadUse.Heartbeat:
                return await Workflow.ExecuteActivityAsync((PayloadActivities a) => a.HeartbeatTextAsync(number), WithHeartbeat);
            case PayloadUse.Failure:
                return await CatchAsync(number);
            case PayloadUse.Local:
                return await Workflow.ExecuteLocalActivityAsync((PayloadActivities a) => a.ProduceAsync(number), new LocalActivityOptions { ScheduleToCloseTimeout = TimeSpan.FromHours(1) });
            case PayloadUse.Child:
                return await RunChildAsync(step);
            case PayloadUse.Signal or PayloadUse.Update:
                await Workflow.WaitConditionAsync(() => _received.ContainsKey(step.Name));
                return _received[step.Name];
            case PayloadUse.Blob:
                var blob = await Workflow.ExecuteActivityAsync((PayloadActivities a) => a.WriteBlobAsync(number), TenMinutes);
                return await Workflow.ExecuteActivityAsync((PayloadActivities a) => a.ReadBlobAsync(blob), TenMinutes);
            default:
                await Workflow.DelayAsync(TimeSpan.FromSeconds(step.Seconds));
                return null;
        }
    }

    private static async Task<string> CatchAsync(int number)
    {
        try
        {
            await Workflow.ExecuteActivityAsync((PayloadActivities a) => a.FailWithTextAsync(number), TenMinutes);
        }
        catch (ActivityFailureException failure) when (failure.InnerException is ApplicationFailureException cause)
        {
            return cause.Details.Get<string>(0);
        }

        throw new ApplicationFailureException("an activity that fails did not");
    }

    private static async Task<string> RunChildAsync(PayloadStep step)
    {
        PayloadState state = new([new PayloadStep(PayloadUse.Produce, step.Text, 0, string.Empty)], new Dictionary<string, string>(StringComparer.Ordinal), step.Text);
        var text = PayloadText.Of(step.Text);
        return await Workflow.ExecuteChildWorkflowAsync((PayloadWorkflow w) => w.RunAsync(state, text), new ChildWorkflowOptions { WorkflowId = step.Name });
    }

    private static void Require(string text, int number)
    {
        if (PayloadText.Fault(text, number, Workflow.Info.WorkflowId) is { } fault)
        {
            throw new ApplicationFailureException(fault);
        }
    }
}
