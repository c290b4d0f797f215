namespace Holdfast.Worker.Tests;

public class PaymentActivities
{
    [Activity]
    public Task<string> ChargeAsync(string order, int amount) => Task.FromResult($"{order}:{amount}");

    [Activity(StartToCloseTimeout = "00:00:30", MaximumAttempts = 3)]
    public Task RefundAsync(string order) => Task.CompletedTask;

    [Activity]
    public int Price(string item) => item.Length;

    [Activity]
    public static Task<string> ShipAsync(string order) => Task.FromResult("shipped " + order);
}
