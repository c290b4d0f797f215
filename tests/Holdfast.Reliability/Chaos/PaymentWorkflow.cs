namespace Holdfast.Reliability;

/// <summary>Pays in some steps, naps between them, and waits for two signals.</summary>
[Workflow]
public sealed class PaymentWorkflow
{
    private const int Signals = 2;

    private long _signaled;
    private int _signals;

    public async Task<long> RunAsync(int index)
    {
        var total = 0L;
        for (var step = 0; step < PaymentPlan.StepsOf(index); step++)
        {
            total += await Workflow.ExecuteActivityAsync((PaymentActivities a) => a.PayAsync(index, step));
            await Workflow.DelayAsync(PaymentPlan.NapOf(index));
        }

        await Workflow.WaitConditionAsync(() => _signals == Signals);
        return total + _signaled;
    }

    [Signal]
    public void Tip(long amount)
    {
        _signals++;
        _signaled += amount;
    }
}
