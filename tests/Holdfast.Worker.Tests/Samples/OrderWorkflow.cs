namespace Holdfast.Worker.Tests;

[Workflow]
public sealed class OrderWorkflow
{
    private bool _isApproved;
    private string _note = string.Empty;

    public async Task<string> RunAsync(string order)
    {
        var receipt = await Workflow.ExecuteActivityAsync((PaymentActivities a) => a.ChargeAsync(order, 5));
        await Workflow.DelayAsync(TimeSpan.FromHours(1));
        await Workflow.WaitConditionAsync(() => _isApproved);
        var shipped = await PaymentActivities.ShipAsync(order);
        return $"{receipt}, {shipped}, {_note}";
    }

    [Signal]
    public void Approve(string by)
    {
        _isApproved = true;
        _note = by;
    }

    [Query]
    public bool IsApproved() => _isApproved;
}
