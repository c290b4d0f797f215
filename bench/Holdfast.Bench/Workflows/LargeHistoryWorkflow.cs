namespace Holdfast.Bench;

/// <summary>Reads texts until its history is large, says so, and waits until it is released.</summary>
[Workflow]
public sealed class LargeHistoryWorkflow
{
    private bool _isReleased;
    private long _charactersTold;

    /// <summary>Gives the characters that it was told.</summary>
    public async Task<long> RunAsync(int texts, int charactersEach)
    {
        for (var text = 0; text < texts; text++)
        {
            await LargeHistoryActivities.ReadAsync(charactersEach);
        }

        await LargeHistoryActivities.IsLargeAsync();
        await Workflow.WaitConditionAsync(() => _isReleased);
        return _charactersTold;
    }

    [Signal]
    public void Tell(string text) => _charactersTold += text.Length;

    [Signal]
    public void Release() => _isReleased = true;
}
