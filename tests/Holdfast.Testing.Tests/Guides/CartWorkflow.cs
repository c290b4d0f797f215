namespace Holdfast.Testing.Tests;

/// <summary>The workflows of docs/guides/messages.md.</summary>
[Workflow]
public sealed class CartWorkflow
{
    private readonly List<string> items;
    private readonly WorkflowMutex mutex = new();
    private bool isCheckedOut;

    [WorkflowInit]
    public CartWorkflow(string[] first) => items = [.. first];

    public async Task<int> RunAsync(string[] first)
    {
        await Workflow.WaitConditionAsync(() => isCheckedOut && Workflow.AllHandlersFinished);
        return items.Count;
    }

    [Signal(Description = "ends the shopping")]
    public void CheckOut() => isCheckedOut = true;

    [Query(Description = "what is in the cart")]
    public string[] Items() => [.. items];

    [Update(Validator = nameof(CheckItem))]
    public async Task<int> AddItemAsync(string item)
    {
        using (await mutex.LockAsync())
        {
            await Workflow.ExecuteActivityAsync((PaymentActivities p) => p.Log($"reserving {item}"));
            items.Add(item);
            return items.Count;
        }
    }

    public void CheckItem(string item)
    {
        if (string.IsNullOrEmpty(item))
        {
            throw new ArgumentException("An item has a name.", nameof(item));
        }
    }

    [Signal(UnfinishedPolicy = HandlerUnfinishedPolicy.Abandon)]
    public Task RemindAsync() => Workflow.DelayAsync(TimeSpan.FromDays(1));
}
