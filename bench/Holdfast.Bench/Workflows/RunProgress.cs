namespace Holdfast.Bench;

/// <summary>Knows when each of many runs has made so many steps and, if it holds them, begun another.</summary>
/// <param name="runs">How many runs.</param>
/// <param name="stepsEach">How many steps of each are waited for.</param>
/// <param name="holdsThem">True when a run that has made its steps is to be held in the next, without end.</param>
internal sealed class RunProgress(int runs, int stepsEach, bool holdsThem)
{
    private readonly int[] _steps = new int[runs];
    private readonly TaskCompletionSource _allDone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _never = new();
    private readonly int _lastAwaited = holdsThem ? stepsEach + 1 : stepsEach;
    private int _left = runs;

    /// <summary>Ends when every run has come so far.</summary>
    public Task AllDone => _allDone.Task;

    /// <summary>A run makes a step; the task ends when it may end.</summary>
    public Task NoteAsync(int run)
    {
        var step = Interlocked.Increment(ref _steps[run]);
        if (step == _lastAwaited && Interlocked.Decrement(ref _left) == 0)
        {
            _allDone.SetResult();
        }

        return holdsThem && step > stepsEach ? _never.Task : Task.CompletedTask;
    }
}
