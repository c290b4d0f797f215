namespace Holdfast.Testing.Tests;

/// <summary>An activity whose end somebody else reports.</summary>
public sealed class ApprovalActivities
{
    private readonly List<string> _taskTokens = [];

    public IReadOnlyList<string> TaskTokens => _taskTokens;

    [Activity]
    public Task<string> AskForApprovalAsync(string what)
    {
        _taskTokens.Add(ActivityContext.Current.Info.TaskToken);
        throw new ActivityCompletesLaterException();
    }
}
