namespace Holdfast.Generators.EndToEnd.Tests.Shop;

public static class ShopActivities
{
    [Activity(StartToCloseTimeout = "00:00:30", MaximumAttempts = 4)]
    public static Task<string> ChargeAsync(Order order, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult($"charged {order.Id}");
    }

    [Activity(Name = "ship it", ScheduleToCloseTimeout = "1.00:00:00", HeartbeatTimeout = "00:00:05")]
    public static ValueTask ShipAsync(string @class, int? count = 7, OrderStatus status = OrderStatus.Approved, double weight = double.NaN, params string[] tags) => ValueTask.CompletedTask;

    [Activity]
    public static async ValueTask<(int A, string B)> Pair(dynamic value, (int X, string? Y) tuple)
    {
        await Task.CompletedTask;
        return (tuple.X + (int)value, tuple.Y ?? "");
    }

    [Activity]
    public static int Add(int a, int b = 2) => a + b;

    [Activity]
    public static void Touch(this Order order) => ArgumentNullException.ThrowIfNull(order);
}
