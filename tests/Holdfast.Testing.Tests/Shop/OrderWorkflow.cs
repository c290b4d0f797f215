namespace Holdfast.Testing.Tests;

[Workflow]
public sealed class OrderWorkflow
{
    private string status = "new";
    private bool isApproved;

    public async Task<Receipt> RunAsync(Order order)
    {
        status = "waiting";
        await Workflow.WaitConditionAsync(() => isApproved);
        status = "sleeping";
        await Workflow.DelayAsync(TimeSpan.FromDays(30));
        status = "charging";
        var receipt = await Workflow.ExecuteActivityAsync((PaymentActivities p) => p.ChargeAsync(order));
        await Workflow.ExecuteActivityAsync((PaymentActivities p) => p.Log($"charged {receipt.Amount}"));
        status = "done";
        return receipt;
    }

    [Signal]
    public void Approve() => isApproved = true;

    [Query]
    public string Status() => status;

    [Update]
    public async Task<string> ApproveAfterAsync(TimeSpan delay)
    {
        await Workflow.DelayAsync(delay);
        isApproved = true;
        return $"approved after {delay}";
    }
}
