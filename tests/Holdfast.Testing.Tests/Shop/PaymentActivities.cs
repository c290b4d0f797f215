namespace Holdfast.Testing.Tests;

public class PaymentActivities(TimeProvider clock)
{
    /// <summary>Keys under which something was charged.</summary>
    public IList<string> Charged { get; } = new List<string>();

    /// <summary>Ends the attempts of <see cref="WaitForBankAsync"/>.</summary>
    public TaskCompletionSource Bank { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ended when an attempt of <see cref="WaitForBankAsync"/> has begun.</summary>
    public TaskCompletionSource BankAsked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Activity]
    public Task<Receipt> ChargeAsync(Order order)
    {
        var key = ActivityContext.Current.Info.IdempotencyKey;
        lock (Charged)
        {
            Charged.Add(key);
        }

        return Task.FromResult(new Receipt(key, order.Amount));
    }

    [Activity(StartToCloseTimeout = "1.00:00:00", HeartbeatTimeout = "00:01:00")]
    public async Task<int> PollBankAsync(int times, CancellationToken cancellationToken)
    {
        for (var i = 0; i < times; i++)
        {
            ActivityContext.Current.Heartbeat(i);
            await Task.Delay(TimeSpan.FromSeconds(50), clock, cancellationToken);
        }

        return times;
    }

    [Activity]
    public async Task<int> WaitForBankAsync()
    {
        BankAsked.TrySetResult();
        await Bank.Task;
        return ActivityContext.Current.Info.Attempt;
    }

    [Activity]
    public void Log(string line) => ArgumentException.ThrowIfNullOrEmpty(line);
}
