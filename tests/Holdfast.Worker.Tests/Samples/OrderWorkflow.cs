namespace Holdfast.Worker.Tests;

[Workflow]
public sealed class OrderWorkflow
{
    private bool isApproved;
    private string note = string.Empty;

    public async Task<string> RunAsync(string order)
    {
        var receipt = await Workflow.ExecuteActivityAsync((PaymentActivities a) => a.ChargeAsync(order, 5));
        await Workflow.DelayAsync(TimeSpan.FromHours(1));
        await Workflow.WaitConditionAsync(() => isApproved);
        var shipped = await PaymentActivities.ShipAsync(order);
        return $"{receipt}, {shipped}, {note}";
    }

    [Signal]
    public void Approve(string by)
    {
        isApproved = true;
        note = by;
    }

    [Query]
    public bool IsApproved() => isApproved;
}
