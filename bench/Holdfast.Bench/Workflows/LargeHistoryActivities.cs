namespace Holdfast.Bench;

/// <summary>What makes a history large.</summary>
internal static class LargeHistoryActivities
{
    private static TaskCompletionSource Large = New();

    /// <summary>The next time that a history is as large as it should be.</summary>
    public static Task NextLarge()
    {
        Large = New();
        return Large.Task;
    }

    [Activity]
    public static Task<string> ReadAsync(int characters) => Task.FromResult(new string('x', characters));

    [Activity]
    public static Task IsLargeAsync()
    {
        Large.TrySetResult();
        return Task.CompletedTask;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
