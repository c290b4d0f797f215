namespace Holdfast.Testing.Tests;

[Workflow]
public sealed class OrderWorkflow
{
    private string _status = "new";
    private bool _isApproved;

    public async Task<Receipt> RunAsync(Order order)
    {
        _status = "waiting";
        await Workflow.WaitConditionAsync(() => _isApproved);
        _status = "sleeping";
        await Workflow.DelayAsync(TimeSpan.FromDays(30));
        _status = "charging";
        var receipt = await Workflow.ExecuteActivityAsync((PaymentActivities p) => p.ChargeAsync(order));
        await Workflow.ExecuteActivityAsync((PaymentActivities p) => p.Log($"charged {receipt.Amount}"));
        _status = "done";
        return receipt;
    }

    [Signal]
    public void Approve() => _isApproved = true;

    [Query]
    public string Status() => _status;

    [Update]
    public async Task<string> ApproveAfterAsync(TimeSpan delay)
    {
        await Workflow.DelayAsync(delay);
        _isApproved = true;
        return $"approved after {delay}";
    }
}
