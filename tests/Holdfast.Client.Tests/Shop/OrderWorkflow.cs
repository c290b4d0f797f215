namespace Holdfast.Client.Tests;

/// <summary>A workflow with a handler of each kind. The client never runs it.</summary>
[Workflow]
public sealed class OrderWorkflow
{
    private readonly List<string> _items = [];
    private bool _approved;
    private string? _hold;

    public Task<Receipt> RunAsync(Order order)
    {
        _items.Add(order.Sku);
        return Task.FromResult(new Receipt($"R-{order.Quantity}"));
    }

    [Signal]
    public void Approve(bool approved) => _approved = approved;

    [Signal]
    public Task HoldAsync(string reason)
    {
        _hold = reason;
        return Task.CompletedTask;
    }

    [Signal]
    public ValueTask ReleaseAsync()
    {
        _hold = null;
        return ValueTask.CompletedTask;
    }

    [Query]
    public string Status(bool verbose) => verbose ? $"{_items.Count} items, approved: {_approved}, hold: {_hold}" : $"{_items.Count} items";

    [Update]
    public Task<int> AddItemAsync(string item)
    {
        _items.Add(item);
        return Task.FromResult(_items.Count);
    }

    [Update]
    public Task ClearAsync()
    {
        _items.Clear();
        return Task.CompletedTask;
    }
}
