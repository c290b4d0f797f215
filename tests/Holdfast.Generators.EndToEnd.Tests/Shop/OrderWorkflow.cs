namespace Holdfast.Generators.EndToEnd.Tests.Shop;

[Workflow]
public sealed class OrderWorkflow : IApprovable
{
    private OrderStatus _status = OrderStatus.Open;
    private string _note = "none";

    public int PriorityRaises { get; private set; }

    public async Task<string> RunAsync(Order order, int attempts = 3)
    {
        var receipt = await ShopActivities.ChargeAsync(order, CancellationToken.None);
        return $"{receipt} after {attempts}";
    }

    public Task ApproveAsync(string by)
    {
        _status = OrderStatus.Approved;
        _note = by;
        return Task.CompletedTask;
    }

    [Signal(Name = "raise")]
    public void IncreasePriority(params int[] steps) => PriorityRaises += steps.Sum();

    [Signal]
    public async ValueTask IncreaseTwiceAsync()
    {
        IncreasePriority(1);
        await Task.CompletedTask;
        this.IncreasePriority(1);
    }

    [Query]
    public OrderStatus Status() => _status;

    [Query(Name = "note")]
    public string? Note(bool upper = false) => upper ? _note.ToUpperInvariant() : _note;

    [Update(Validator = nameof(CheckNote))]
    public async Task<int> SetNoteAsync(string text)
    {
        await Task.CompletedTask;
        _note = text;
        return text.Length;
    }

    [Update]
    public Task ClearAsync()
    {
        _note = "none";
        return Task.CompletedTask;
    }

    public void CheckNote(string text)
    {
        if (text.Length == 0)
        {
            throw new ArgumentException("The note is empty.", nameof(text));
        }
    }
}
