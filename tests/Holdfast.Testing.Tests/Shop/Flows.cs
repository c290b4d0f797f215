using Holdfast.Protocol;

namespace Holdfast.Testing.Tests;

public static class Flows
{
    [Workflow]
    public static async Task<TimeSpan> SleepAsync(TimeSpan time)
    {
        var start = Workflow.UtcNow;
        await Workflow.DelayAsync(time);
        return Workflow.UtcNow - start;
    }

    [Workflow]
    public static Task<int> PollAsync(int times) => Workflow.ExecuteActivityAsync((PaymentActivities p) => p.PollBankAsync(times, CancellationToken.None));

    [Workflow]
    public static Task<int> WaitForBankAsync() => Workflow.ExecuteActivityAsync((PaymentActivities p) => p.WaitForBankAsync());

    [Workflow]
    public static async Task<Receipt> ChargeTwiceAsync(Order order)
    {
        await Workflow.ExecuteActivityAsync((PaymentActivities p) => p.ChargeAsync(order));
        return await Workflow.ExecuteActivityAsync((PaymentActivities p) => p.ChargeAsync(order));
    }

    [Workflow]
    public static async Task<int> RetryAsync()
    {
        var receipt = await Workflow.ExecuteActivityAsync(
            (PaymentActivities p) => p.ChargeAsync(new Order("retried", 1)),
            new ActivityOptions { RetryPolicy = new RetryPolicy { InitialInterval = TimeSpan.FromHours(1), BackoffCoefficient = 1 } });
        return (int)receipt.Amount;
    }

    [Workflow]
    public static async Task CountDownAsync(int left)
    {
        await Workflow.DelayAsync(TimeSpan.FromHours(1));
        if (left > 0)
        {
            throw Workflow.ContinueAsNew(() => CountDownAsync(left - 1));
        }
    }

    [Workflow]
    public static async Task<Guid[]> DrawAsync()
    {
        var first = Workflow.NewGuid();
        await Workflow.DelayAsync(TimeSpan.FromHours(1));
        return [first, Workflow.NewGuid()];
    }
}
