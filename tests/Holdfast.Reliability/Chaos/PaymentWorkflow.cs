using Holdfast.Protocol;

namespace Holdfast.Reliability;

/// <summary>Pays in some steps, naps between them, has children, and waits for its signals and updates.</summary>
[Workflow]
public sealed class PaymentWorkflow
{
    private static readonly ActivityOptions HalfAMinute = new() { StartToCloseTimeout = TimeSpan.FromSeconds(30) };

    private long _signaled;
    private int _signals;
    private long _bonus;
    private int _bonuses;

    public async Task<long> RunAsync(int index)
    {
        var early = await StartChildrenAsync(index);
        var total = 0L;
        for (var step = 0; step < PaymentPlan.StepsOf(index); step++)
        {
            total += await PayAsync(index, step);
            await Workflow.DelayAsync(PaymentPlan.NapOf(index));
        }

        for (var local = PaymentPlan.FirstLocal; local < PaymentPlan.FirstLocal + PaymentPlan.LocalsOf(index); local++)
        {
            var step = local;
            total += await Workflow.ExecuteLocalActivityAsync((PaymentActivities a) => a.PayAsync(index, step));
        }

        total += PaymentPlan.HasLetter(index) ? await SendLetterAsync(index) : 0;
        foreach (var child in early)
        {
            total += await child.GetResultAsync();
        }

        await Workflow.WaitConditionAsync(() => _signals == PaymentPlan.Signals && _bonuses == PaymentPlan.BonusesOf(index) && Workflow.AllHandlersFinished);
        return total + _signaled + _bonus;
    }

    [Signal]
    public void Tip(long amount)
    {
        _signals++;
        _signaled += amount;
    }

    [Update]
    public async Task<long> AddBonusAsync(int index, int step)
    {
        var amount = await Workflow.ExecuteActivityAsync((PaymentActivities a) => a.PayAsync(index, step), HalfAMinute);
        _bonuses++;
        _bonus += amount;
        return amount;
    }

    /// <summary>Starts all children, and gives those whose results count.</summary>
    private static async Task<List<ChildWorkflowHandle<long>>> StartChildrenAsync(int index)
    {
        List<ChildWorkflowHandle<long>> awaited = [];
        foreach (var step in PaymentPlan.ChildrenOf(index))
        {
            ChildWorkflowOptions options = new() { WorkflowId = PaymentPlan.ChildIdOf(index, step), ParentClosePolicy = PolicyOf(step) };
            var child = await Workflow.StartChildWorkflowAsync((PaymentChildWorkflow w) => w.RunAsync(index, step), options);
            if (step == PaymentPlan.AwaitedChild)
            {
                awaited.Add(child);
            }
        }

        if (PaymentPlan.LinksOf(index) > 0)
        {
            ChildWorkflowOptions options = new() { WorkflowId = PaymentPlan.ChildIdOf(index, PaymentPlan.FirstLink) };
            awaited.Add(await Workflow.StartChildWorkflowAsync((PaymentChainWorkflow w) => w.RunAsync(index, 0, 0), options));
        }

        return awaited;
    }

    private static ParentClosePolicy PolicyOf(int step) => step switch
    {
        PaymentPlan.AbandonedChild => ParentClosePolicy.Abandon,
        PaymentPlan.CanceledChild => ParentClosePolicy.RequestCancel,
        _ => ParentClosePolicy.Terminate,
    };

    /// <summary>Pays; some payments race with a timer, and count whichever wins.</summary>
    private static async Task<long> PayAsync(int index, int step)
    {
        var payment = Workflow.ExecuteActivityAsync((PaymentActivities a) => a.PayAsync(index, step), HalfAMinute);
        if (PaymentPlan.Races(index, step))
        {
            await Workflow.WhenAnyAsync(payment, Workflow.DelayAsync(TimeSpan.FromMilliseconds(1 + (index % 10))));
        }

        return await payment;
    }

    private static async Task<long> SendLetterAsync(int index)
    {
        var letter = PaymentPlan.LetterOf(index);
        var answer = await Workflow.ExecuteActivityAsync((PaymentActivities a) => a.SendAsync(index, letter), HalfAMinute);
        return answer == letter ? PaymentPlan.AmountOf(index, PaymentPlan.Letter) : throw new ApplicationFailureException("a letter came back as another", nonRetryable: true);
    }
}
