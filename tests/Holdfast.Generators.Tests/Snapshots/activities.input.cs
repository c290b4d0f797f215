public interface IBank
{
    [Activity(StartToCloseTimeout = "00:01:00", MaximumAttempts = 3)]
    Task<decimal> TransferAsync(string from, string to, decimal amount, CancellationToken cancellationToken);
}

public static class Clock
{
    [Activity]
    public static ValueTask<DateTimeOffset> ReadAsync() => default;

    [Activity]
    public static int Sum(params int[] numbers) => numbers.Sum();
}

public class Caller(IBank bank)
{
    public Task<decimal> Pay(CancellationToken token) => bank.TransferAsync("a", "b", 1.5m, token);

    public ValueTask<DateTimeOffset> Read() => Clock.ReadAsync();

    public int Sum() => Clock.Sum(1, 2);
}
