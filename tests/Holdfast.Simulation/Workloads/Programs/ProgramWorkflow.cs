using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>Runs programs.</summary>
[Workflow]
public sealed class ProgramWorkflow
{
    /// <summary>The patches that there are, and one.</summary>
    public const int NewestCodeVersion = 4;

    private static readonly SearchAttributeKey<long> StepsKey = SearchAttributeKey.Int("Steps");
    private static readonly ActivityOptions InParts = new() { StartToCloseTimeout = TimeSpan.FromMinutes(1), HeartbeatTimeout = TimeSpan.FromSeconds(20) };
    private static readonly RetryPolicy LocalRetries = new() { InitialInterval = TimeSpan.FromMilliseconds(10) };
    private static readonly RetryPolicy OneAttempt = new() { MaximumAttempts = 1 };
    private static readonly RetryPolicy TwoAttempts = new() { MaximumAttempts = 2 };

    private static readonly ActivityOptions OneMinute = new() { StartToCloseTimeout = TimeSpan.FromMinutes(1) };

    private readonly int _codeVersion;
    private readonly HashSet<string> _received = [];
    private readonly HashSet<string> _applied = [];
    private ProgramTotals _totals = ProgramTotals.None;
    private int _signalCount;

    /// <summary>The newest code.</summary>
    public ProgramWorkflow()
        : this(NewestCodeVersion)
    {
    }

    /// <summary>One version of the code: each has a patch more than the one before.</summary>
    public ProgramWorkflow(int codeVersion) => _codeVersion = codeVersion;

    public async Task<ProgramTotals> RunAsync(ProgramNode program, ProgramTotals carried)
    {
        _totals = _totals.Plus(carried);
        await RunNodeAsync(program);
        await Workflow.WaitConditionAsync(() => Workflow.AllHandlersFinished);
        return _totals with { Signals = _totals.Signals + _signalCount };
    }

    [Signal]
    public void Deliver(string name)
    {
        _received.Add(name);
        _signalCount++;
    }

    [Query]
    public int Progress() => _totals.Steps;

    [Update]
    public async Task<string> ApplyAsync(string name)
    {
        await CountAsync(name, 0);
        _applied.Add(name);
        _totals = _totals.Plus(new ProgramTotals(0, 1, 0));
        return $"{name} applied";
    }

    /// <summary>A signal that does not count.</summary>
    [Signal]
    public void Note(string name) => _received.Add(name);

    public void CheckRefused(string name) => throw new ProgramFailure($"{name} is refused");

    [Update(Validator = nameof(CheckRefused))]
    public Task RefuseAsync(string name) => CountAsync(name, 0);

    private async Task RunNodeAsync(ProgramNode node)
    {
        await (node.Op switch
        {
            ProgramOp.Sequence => RunAllAsync(node.Children),
            ProgramOp.Parallel => Workflow.WhenAllAsync(node.Children.Select(RunNodeAsync)),
            ProgramOp.Count => CountAsync(node.Name, node.Number),
            ProgramOp.FailingActivity => CatchActivityAsync(),
            ProgramOp.Sleep => Workflow.DelayAsync(TimeSpan.FromMilliseconds(node.Number)),
            ProgramOp.Signal => WaitForSignalAsync(node),
            ProgramOp.Update => WaitForUpdateAsync(node),
            ProgramOp.Child => RunChildAsync(node),
            ProgramOp.FailingChild => CatchChildAsync(node),
            ProgramOp.Compute => ComputeAsync(node),
            ProgramOp.CancelTimer => CancelTimerAsync(node),
            ProgramOp.CancelActivity => CancelActivityAsync(node),
            ProgramOp.LocalCount => LocalCountAsync(node),
            ProgramOp.HeartbeatCount => Workflow.ExecuteActivityAsync((ProgramActivities a) => a.CountInPartsAsync(node.Name, node.Number), InParts),
            ProgramOp.Race => RaceAsync(node),
            ProgramOp.AwaitSignal => Workflow.WaitConditionAsync(() => _received.Contains(node.Name)),
            ProgramOp.SignalChild => SignalChildAsync(node),
            ProgramOp.CancelChild => CancelChildAsync(node),
            ProgramOp.RefusedUpdate => WaitForRefusalAsync(node),
            ProgramOp.Payload => EchoAsync(node),
            ProgramOp.Linger => Workflow.ExecuteActivityAsync((ProgramActivities a) => a.LingerAsync(node.Name, node.Number), OneMinute),
            ProgramOp.Upsert => UpsertAsync(),
            ProgramOp.ContinueAsNew => ContinueAsync(node),
            _ => throw new ProgramFailure($"program {node.Name} fails"),
        });
        _totals = _totals.Plus(new ProgramTotals(0, 0, 1));
    }

    private async Task RunAllAsync(IReadOnlyList<ProgramNode> nodes)
    {
        foreach (var node in nodes)
        {
            await RunNodeAsync(node);
        }
    }

    private static Task CountAsync(string counter, int failures) => Workflow.ExecuteActivityAsync((ProgramActivities a) => a.CountAsync(counter, failures), OneMinute);

    private static async Task CatchActivityAsync()
    {
        try
        {
            await Workflow.ExecuteActivityAsync((ProgramActivities a) => a.FailAsync(), OneMinute with { RetryPolicy = TwoAttempts });
        }
        catch (ActivityFailureException)
        {
            return;
        }

        throw new ProgramFailure("an activity that always fails has succeeded");
    }

    private async Task WaitForSignalAsync(ProgramNode node)
    {
        var name = node.Name;
        await Workflow.ExecuteActivityAsync((ProgramActivities a) => a.AskSignalAsync(name), OneMinute);
        await Workflow.DelayAsync(TimeSpan.FromMilliseconds(node.Number));
        await Workflow.WaitConditionAsync(() => _received.Contains(name));
    }

    private async Task WaitForUpdateAsync(ProgramNode node)
    {
        var name = node.Name;
        await Workflow.ExecuteActivityAsync((ProgramActivities a) => a.AskUpdateAsync(name), OneMinute);
        await Workflow.WaitConditionAsync(() => _applied.Contains(name));
    }

    private async Task RunChildAsync(ProgramNode node)
    {
        var body = node with { Op = ProgramOp.Sequence };
        while (true)
        {
            try
            {
                var ofChild = await Workflow.ExecuteChildWorkflowAsync((ProgramWorkflow w) => w.RunAsync(body, ProgramTotals.None), new ChildWorkflowOptions { WorkflowId = node.Name });
                _totals = _totals.Plus(ofChild);
                return;
            }
            catch (ChildWorkflowFailureException failure) when (node.Number == 1 && IsStillThere(failure))
            {
                await Workflow.DelayAsync(TimeSpan.FromSeconds(2));
            }
        }
    }

    /// <summary>A child that an earlier run of this workflow had started.</summary>
    private static bool IsStillThere(ChildWorkflowFailureException failure) =>
        failure.InnerException is ApplicationFailureException { FailureType: nameof(StartChildWorkflowExecutionFailedCause.WorkflowAlreadyExists) };

    private static Task LocalCountAsync(ProgramNode node)
    {
        var (counter, failures) = (node.Name, node.Number);
        return Workflow.ExecuteLocalActivityAsync((ProgramActivities a) => a.CountAsync(counter, failures), new LocalActivityOptions { RetryPolicy = LocalRetries });
    }

    private static async Task RaceAsync(ProgramNode node)
    {
        var count = CountAsync(node.Name, 0);
        await Workflow.WhenAnyAsync(count, Workflow.DelayAsync(TimeSpan.FromMilliseconds(node.Number)));
        await count;
    }

    private async Task SignalChildAsync(ProgramNode node)
    {
        var body = node with { Op = ProgramOp.Sequence };
        var child = await Workflow.StartChildWorkflowAsync((ProgramWorkflow w) => w.RunAsync(body, ProgramTotals.None), new ChildWorkflowOptions { WorkflowId = node.Name });
        var told = node.Children[0].Name;
        await Workflow.GetExternalWorkflowHandle<ProgramWorkflow>(node.Name).SignalAsync(w => w.Deliver(told));
        var ofChild = await child.GetResultAsync();
        _totals = _totals.Plus(ofChild);
    }

    private static async Task CancelChildAsync(ProgramNode node)
    {
        using CancellationTokenSource cancellation = new();
        ProgramNode body = new(ProgramOp.Sleep, string.Empty, int.MaxValue, []);
        var options = new ChildWorkflowOptions { WorkflowId = node.Name, CancellationToken = cancellation.Token };
        var child = Workflow.ExecuteChildWorkflowAsync((ProgramWorkflow w) => w.RunAsync(body, ProgramTotals.None), options);
        await Workflow.DelayAsync(TimeSpan.FromMilliseconds(node.Number));
        cancellation.Cancel();
        await CanceledAsync(child);
    }

    private async Task WaitForRefusalAsync(ProgramNode node)
    {
        var name = node.Name;
        await Workflow.ExecuteActivityAsync((ProgramActivities a) => a.AskRefusedUpdateAsync(name), OneMinute);
        await Workflow.WaitConditionAsync(() => _received.Contains(name));
    }

    private static async Task EchoAsync(ProgramNode node)
    {
        var text = new string('x', node.Number);
        if (await Workflow.ExecuteActivityAsync((ProgramActivities a) => a.EchoAsync(text), OneMinute) != text)
        {
            throw new ProgramFailure("a payload came back as another");
        }
    }

    private Task UpsertAsync()
    {
        Workflow.UpsertMemo(MemoUpdate.Set("steps", _totals.Steps));
        Workflow.UpsertSearchAttributes(StepsKey.Set(_totals.Steps));
        return Task.CompletedTask;
    }

    private static async Task CatchChildAsync(ProgramNode node)
    {
        var body = node with { Op = ProgramOp.Sequence };
        try
        {
            await Workflow.ExecuteChildWorkflowAsync((ProgramWorkflow w) => w.RunAsync(body, ProgramTotals.None), new ChildWorkflowOptions { WorkflowId = node.Name });
        }
        catch (ChildWorkflowFailureException failure)
        {
            if (!IsStillThere(failure) || node.Number == 1)
            {
                return;
            }

            throw new ProgramFailure("a child could not be started");
        }

        throw new ProgramFailure("a child that fails has succeeded");
    }

    private async Task ComputeAsync(ProgramNode node)
    {
        for (var patch = 1; patch < _codeVersion && patch < NewestCodeVersion; patch++)
        {
            if (Workflow.Patched($"patch {patch}"))
            {
                await Workflow.DelayAsync(TimeSpan.FromMilliseconds(patch));
            }
        }

        var draw = Workflow.Random.Next(3) + (Workflow.NewGuid().ToByteArray()[0] % 2);
        if (draw > 1 || Workflow.UtcNow.Millisecond % 2 == 0)
        {
            await Workflow.DelayAsync(TimeSpan.FromMilliseconds(draw + 1));
        }

        await CountAsync(node.Name, 0);
    }

    private static async Task CancelTimerAsync(ProgramNode node)
    {
        using CancellationTokenSource cancellation = new();
        var timer = Workflow.DelayAsync(TimeSpan.FromDays(300), cancellation.Token);
        await Workflow.DelayAsync(TimeSpan.FromMilliseconds(node.Number));
        cancellation.Cancel();
        await CanceledAsync(timer);
    }

    private static async Task CancelActivityAsync(ProgramNode node)
    {
        using CancellationTokenSource cancellation = new();
        var options = new ActivityOptions
        {
            CancellationToken = cancellation.Token,
            StartToCloseTimeout = TimeSpan.FromMinutes(2), // one that is abandoned gives its slot back in the end
            HeartbeatTimeout = TimeSpan.FromMinutes(1),
            RetryPolicy = OneAttempt,
            CancellationType = (ActivityCancellationType)(node.Number % 3),
        };
        var activity = Workflow.ExecuteActivityAsync((ProgramActivities a) => a.HangAsync(CancellationToken.None), options);
        await Workflow.DelayAsync(TimeSpan.FromMilliseconds(node.Number));
        cancellation.Cancel();
        await CanceledAsync(activity);
    }

    private static async Task CanceledAsync(Task task)
    {
        try
        {
            await task;
        }
        catch (Exception exception) when (exception is CanceledFailureException or ActivityFailureException or ChildWorkflowFailureException)
        {
            return;
        }

        throw new ProgramFailure("what never ends and was canceled has succeeded");
    }

    private async Task ContinueAsync(ProgramNode node)
    {
        await Workflow.WaitConditionAsync(() => Workflow.AllHandlersFinished);
        var rest = node with { Op = ProgramOp.Sequence };

        // Two steps end here: this one, and the sequence whose last part it is.
        var carried = _totals with { Signals = _totals.Signals + _signalCount, Steps = _totals.Steps + 2 };
        throw Workflow.ContinueAsNew((ProgramWorkflow w) => w.RunAsync(rest, carried));
    }
}
