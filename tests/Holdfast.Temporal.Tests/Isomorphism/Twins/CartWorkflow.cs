namespace Holdfast.Temporal.Tests.Isomorphism.Twins;

/// <summary>Twin of cart in twins/messages.ts: updates with a validator, one of which runs an activity.</summary>
[Workflow]
public sealed class CartWorkflow
{
    private int _total;
    private bool _isCheckedOut;

    public async Task<int> RunAsync()
    {
        await Workflow.WaitConditionAsync(() => _isCheckedOut);
        return _total;
    }

    [Update(Validator = nameof(CheckAdd))]
    public async Task<int> AddAsync(int amount)
    {
        _total += await Workflow.ExecuteActivityAsync(() => Steps.DoubleAsync(amount));
        return _total;
    }

    public void CheckAdd(int amount)
    {
        if (amount <= 0)
        {
            throw new ApplicationFailureException("amount must be more than zero", "Invalid");
        }
    }

    [Update]
    public Task<int> CheckOutAsync()
    {
        _isCheckedOut = true;
        return Task.FromResult(_total);
    }
}
