namespace Holdfast.Testing.Tests;

/// <summary>The workflows of docs/guides/concurrency-and-cancellation.md.</summary>
public static class ConcurrencyFlows
{
    [Workflow]
    public static async Task<decimal> ChargeAllAsync(Order[] orders)
    {
        var receipts = await Workflow.SelectParallelAsync(orders, 5, order => Workflow.ExecuteActivityAsync((PaymentActivities p) => p.ChargeAsync(order)));
        return receipts.Sum(receipt => receipt.Amount);
    }

    [Workflow]
    public static async Task<string> FirstOfTwoAsync()
    {
        using var scope = new CancellationScope();
        var slow = scope.RunAsync(() => NamedAsync("slow", TimeSpan.FromHours(2)));
        var quick = scope.RunAsync(() => NamedAsync("quick", TimeSpan.FromHours(1)));
        var first = await Workflow.WhenAnyAsync(slow, quick);
        scope.Cancel(); // the other one stops
        return await first;

        static async Task<string> NamedAsync(string name, TimeSpan time)
        {
            await Workflow.DelayAsync(time);
            return name;
        }
    }

    [Workflow]
    public static async Task<string> AskTheBankAsync()
    {
        try
        {
            await Workflow.RunWithTimeoutAsync(
                TimeSpan.FromMinutes(10),
                () => Workflow.ExecuteActivityAsync((PaymentActivities p) => p.PollBankAsync(100, CancellationToken.None)));
            return "answered";
        }
        catch (OperationCanceledException) when (!Workflow.CancellationToken.IsCancellationRequested)
        {
            return "no answer in ten minutes";
        }
    }

    [Workflow]
    public static async Task RentAsync(Order order)
    {
        try
        {
            await Workflow.DelayAsync(TimeSpan.FromDays(365));
        }
        finally
        {
            await Workflow.RunDetachedAsync(
                () => Workflow.ExecuteActivityAsync((PaymentActivities p) => p.Log($"closing {order.Id}")),
                timeout: TimeSpan.FromHours(1));
        }
    }

    [Workflow]
    public static async Task<int> OneAtATimeAsync()
    {
        var mutex = new WorkflowMutex();
        var tickets = new WorkflowSemaphore(3);
        var most = 0;
        var inside = 0;
        await Workflow.WhenAllAsync(Enumerable.Range(0, 10).Select(_ => Workflow.RunTaskAsync(async () =>
        {
            using (await tickets.EnterAsync())
            {
                most = Math.Max(most, ++inside);
                await Workflow.DelayAsync(TimeSpan.FromMinutes(1));
                inside--;
            }

            using var held = await mutex.TryLockAsync(TimeSpan.FromSeconds(5));
            if (held is null)
            {
                throw new ApplicationFailureException("somebody holds the mutex");
            }
        })));
        return most;
    }

    [Workflow]
    public static async Task<string> LibraryAsync()
    {
        await Task.Delay(TimeSpan.FromMinutes(5), Workflow.TimeProvider); // a durable timer
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1), Workflow.TimeProvider);
        var never = Workflow.WaitConditionAsync(() => false, timeout.Token);
        try
        {
            await never;
            return "came";
        }
        catch (OperationCanceledException)
        {
            return "timed out";
        }
    }
}
