namespace Holdfast;

/// <summary>Lets one of a workflow's branches and handlers in at a time. Who waits longest goes first. It is not reentrant.</summary>
/// <remarks>It belongs to one run and is no part of its history: replay brings it to the same state. A wait with a timeout costs a durable timer.</remarks>
public sealed class WorkflowMutex
{
    private readonly WorkflowSemaphore _semaphore = new(1);

    /// <summary>True while somebody holds it.</summary>
    public bool IsLocked => _semaphore.CurrentCount == 0;

    /// <summary>Waits for the mutex; disposing what is given lets the next in: <c>using (await mutex.LockAsync()) { … }</c>.</summary>
    /// <param name="cancellationToken">Gives up. Default: the current cancellation scope's.</param>
    /// <exception cref="CanceledFailureException">The token was canceled.</exception>
    public Task<WorkflowLock> LockAsync(CancellationToken? cancellationToken = null) => _semaphore.EnterAsync(cancellationToken);

    /// <summary>Waits for the mutex, but not for ever.</summary>
    /// <param name="timeout">Longest wait, by a durable timer.</param>
    /// <param name="cancellationToken">Gives up. Default: the current cancellation scope's.</param>
    /// <returns>Null when the timeout passed.</returns>
    /// <exception cref="CanceledFailureException">The token was canceled.</exception>
    public async Task<WorkflowLock?> TryLockAsync(TimeSpan timeout, CancellationToken? cancellationToken = null) =>
        await _semaphore.WaitAsync(timeout, cancellationToken) ? new WorkflowLock(_semaphore) : null;
}
