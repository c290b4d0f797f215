namespace Holdfast.Testing.Tests;

/// <summary>Workflows of docs/guides/workflows.md.</summary>
public static class AuthoringFlows
{
    [Workflow]
    public static async Task<decimal> PayAsync(Order order)
    {
        var receipt = await Workflow.ExecuteActivityAsync((PaymentActivities p) => p.ChargeAsync(order));
        return receipt.Amount;
    }

    [Workflow]
    public static async Task<int> MeasureAsync(string text) => await Workflow.ExecuteActivityAsync(() => TextActivities.MeasureAsync(text));
}
