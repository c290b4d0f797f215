namespace Holdfast.Testing.Tests.ClientGuide;

/// <summary>The workflow of docs/guides/client.md, as far as its samples need it.</summary>
[Workflow(Name = "ClientGuideOrder")]
public sealed class OrderWorkflow
{
    private readonly List<string> _items = [];
    private bool _isApproved;

    public async Task<Receipt> RunAsync(Order order)
    {
        await Workflow.WaitConditionAsync(() => _isApproved);
        return new Receipt($"{order.Id} and {_items.Count} more", order.Amount);
    }

    [Signal]
    public void Approve(bool approved) => _isApproved |= approved;

    [Query]
    public string Status(bool verbose) => _isApproved ? "approved" : verbose ? "waiting for approval" : "waiting";

    [Update]
    public Task<int> AddItemAsync(string item)
    {
        _items.Add(item);
        return Task.FromResult(_items.Count);
    }
}
