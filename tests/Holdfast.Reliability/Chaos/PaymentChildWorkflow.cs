namespace Holdfast.Reliability;

/// <summary>A child of a payment: pays once, or waits until its parent's end ends it.</summary>
[Workflow]
public sealed class PaymentChildWorkflow
{
    private static readonly ActivityOptions HalfAMinute = new() { StartToCloseTimeout = TimeSpan.FromSeconds(30) };

    public async Task<long> RunAsync(int index, int step)
    {
        if (step is PaymentPlan.TerminatedChild or PaymentPlan.CanceledChild)
        {
            await WaitForEverAsync(index, step);
        }

        await Workflow.DelayAsync(TimeSpan.FromMilliseconds(step == PaymentPlan.AbandonedChild ? 500 : 10));
        return await Workflow.ExecuteActivityAsync((PaymentActivities a) => a.PayAsync(index, step), HalfAMinute);
    }

    /// <summary>One that is asked to cancel pays before it obeys.</summary>
    private static async Task WaitForEverAsync(int index, int step)
    {
        try
        {
            await Workflow.DelayAsync(TimeSpan.FromDays(1_000));
        }
        catch (OperationCanceledException)
        {
            await Workflow.RunDetachedAsync(() => Workflow.ExecuteActivityAsync((PaymentActivities a) => a.PayAsync(index, step), HalfAMinute));
            throw;
        }
    }
}
