using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>Runs programs.</summary>
[Workflow]
public sealed class ProgramWorkflow
{
    private static readonly RetryPolicy OneAttempt = new() { MaximumAttempts = 1 };
    private static readonly RetryPolicy TwoAttempts = new() { MaximumAttempts = 2 };

    private readonly HashSet<string> received = [];
    private readonly HashSet<string> applied = [];
    private ProgramTotals totals = ProgramTotals.None;
    private int signalCount;

    public async Task<ProgramTotals> RunAsync(ProgramNode program, ProgramTotals carried)
    {
        totals = totals.Plus(carried);
        await RunNodeAsync(program);
        await Workflow.WaitConditionAsync(() => Workflow.AllHandlersFinished);
        return totals with { Signals = totals.Signals + signalCount };
    }

    [Signal]
    public void Deliver(string name)
    {
        received.Add(name);
        signalCount++;
    }

    [Query]
    public int Progress() => totals.Steps;

    [Update]
    public async Task<string> ApplyAsync(string name)
    {
        await CountAsync(name, 0);
        applied.Add(name);
        totals = totals.Plus(new ProgramTotals(0, 1, 0));
        return $"{name} applied";
    }

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
            ProgramOp.ContinueAsNew => ContinueAsync(node),
            _ => throw new ProgramFailure($"program {node.Name} fails"),
        });
        totals = totals.Plus(new ProgramTotals(0, 0, 1));
    }

    private async Task RunAllAsync(IReadOnlyList<ProgramNode> nodes)
    {
        foreach (var node in nodes)
        {
            await RunNodeAsync(node);
        }
    }

    private static Task CountAsync(string counter, int failures) => Workflow.ExecuteActivityAsync((ProgramActivities a) => a.CountAsync(counter, failures));

    private static async Task CatchActivityAsync()
    {
        try
        {
            await Workflow.ExecuteActivityAsync((ProgramActivities a) => a.FailAsync(), new ActivityOptions { RetryPolicy = TwoAttempts });
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
        await Workflow.ExecuteActivityAsync((ProgramActivities a) => a.AskSignalAsync(name));
        await Workflow.DelayAsync(TimeSpan.FromMilliseconds(node.Number));
        await Workflow.WaitConditionAsync(() => received.Contains(name));
    }

    private async Task WaitForUpdateAsync(ProgramNode node)
    {
        var name = node.Name;
        await Workflow.ExecuteActivityAsync((ProgramActivities a) => a.AskUpdateAsync(name));
        await Workflow.WaitConditionAsync(() => applied.Contains(name));
    }

    private async Task RunChildAsync(ProgramNode node)
    {
        var body = node with { Op = ProgramOp.Sequence };
        var ofChild = await Workflow.ExecuteChildWorkflowAsync((ProgramWorkflow w) => w.RunAsync(body, ProgramTotals.None), new ChildWorkflowOptions { WorkflowId = node.Name });
        totals = totals.Plus(ofChild);
    }

    private static async Task CatchChildAsync(ProgramNode node)
    {
        var body = node with { Op = ProgramOp.Sequence };
        try
        {
            await Workflow.ExecuteChildWorkflowAsync((ProgramWorkflow w) => w.RunAsync(body, ProgramTotals.None), new ChildWorkflowOptions { WorkflowId = node.Name });
        }
        catch (ChildWorkflowFailureException)
        {
            return;
        }

        throw new ProgramFailure("a child that fails has succeeded");
    }

    private static async Task ComputeAsync(ProgramNode node)
    {
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
        catch (Exception exception) when (exception is CanceledFailureException or ActivityFailureException)
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
        var carried = totals with { Signals = totals.Signals + signalCount, Steps = totals.Steps + 2 };
        throw Workflow.ContinueAsNew((ProgramWorkflow w) => w.RunAsync(rest, carried));
    }
}
