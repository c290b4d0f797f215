namespace Holdfast.Temporal.Tests.Isomorphism.Twins;

/// <summary>Twin of approval in twins/messages.ts: signals, a query, and a wait with a time limit.</summary>
[Workflow]
public sealed class ApprovalWorkflow
{
    private readonly List<string> _voters = [];

    public async Task<string> RunAsync(int needed)
    {
        var isApproved = await Workflow.WaitConditionAsync(() => _voters.Count >= needed, TimeSpan.FromDays(7));
        if (!isApproved)
        {
            return "expired";
        }

        return await Workflow.ExecuteActivityAsync(() => Steps.GreetAsync(string.Join(",", _voters)));
    }

    [Signal]
    public Task VoteAsync(string voter)
    {
        _voters.Add(voter);
        return Task.CompletedTask;
    }

    [Query]
    public int Votes() => _voters.Count;
}
