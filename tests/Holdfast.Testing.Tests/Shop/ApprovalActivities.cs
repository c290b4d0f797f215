namespace Holdfast.Testing.Tests;

/// <summary>An activity whose end somebody else reports.</summary>
public sealed class ApprovalActivities
{
    public List<string> TaskTokens { get; } = [];

    [Activity]
    public Task<string> AskForApprovalAsync(string what)
    {
        TaskTokens.Add(ActivityContext.Current.Info.TaskToken);
        throw new ActivityCompletesLaterException();
    }
}
