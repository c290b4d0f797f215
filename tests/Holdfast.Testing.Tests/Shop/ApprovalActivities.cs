namespace Holdfast.Testing.Tests;

/// <summary>An activity whose end somebody else reports.</summary>
public sealed class ApprovalActivities
{
    private readonly List<string> taskTokens = [];

    public IReadOnlyList<string> TaskTokens => taskTokens;

    [Activity]
    public Task<string> AskForApprovalAsync(string what)
    {
        taskTokens.Add(ActivityContext.Current.Info.TaskToken);
        throw new ActivityCompletesLaterException();
    }
}
