namespace Holdfast.Bench;

/// <summary>Knows when each of many runs has made so many steps.</summary>
internal sealed class RunProgress(int runs, int stepsEach)
{
    private readonly int[] _steps = new int[runs];
    private readonly TaskCompletionSource _allDone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _left = runs;

    /// <summary>Ends when every run has made its steps.</summary>
    public Task AllDone => _allDone.Task;

    public void Note(int run)
    {
        if (Interlocked.Increment(ref _steps[run]) == stepsEach && Interlocked.Decrement(ref _left) == 0)
        {
            _allDone.SetResult();
        }
    }
}
