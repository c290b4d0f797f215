namespace Holdfast.Testing;

/// <summary>Somebody who waits until a number of timers is armed.</summary>
internal sealed class TimerCountWaiter(int count)
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Reached => _reached.Task;

    /// <summary>Releases the waiter when enough timers are armed; true when it did.</summary>
    public bool ReleaseAt(int armedTimerCount) => armedTimerCount >= count && _reached.TrySetResult();
}
