namespace Holdfast.Client.Tests;

/// <summary>A workflow with a handler of each kind. The client never runs it.</summary>
[Workflow]
public sealed class OrderWorkflow
{
    private readonly List<string> items = [];
    private bool approved;
    private string? hold;

    public Task<Receipt> RunAsync(Order order)
    {
        items.Add(order.Sku);
        return Task.FromResult(new Receipt($"R-{order.Quantity}"));
    }

    [Signal]
    public void Approve(bool approved) => this.approved = approved;

    [Signal]
    public Task HoldAsync(string reason)
    {
        hold = reason;
        return Task.CompletedTask;
    }

    [Signal]
    public ValueTask ReleaseAsync()
    {
        hold = null;
        return ValueTask.CompletedTask;
    }

    [Query]
    public string Status(bool verbose) => verbose ? $"{items.Count} items, approved: {approved}, hold: {hold}" : $"{items.Count} items";

    [Update]
    public Task<int> AddItemAsync(string item)
    {
        items.Add(item);
        return Task.FromResult(items.Count);
    }

    [Update]
    public Task ClearAsync()
    {
        items.Clear();
        return Task.CompletedTask;
    }
}
