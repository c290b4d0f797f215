using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Lets a limited number of a workflow's branches and handlers in at a time. Who waits longest goes first.</summary>
/// <remarks>It belongs to one run and is no part of its history: replay brings it to the same state. A wait with a timeout costs a durable timer.</remarks>
public sealed class WorkflowSemaphore
{
    private readonly WaitingLine _line = new();

    /// <summary>Makes a semaphore with all its places free.</summary>
    /// <param name="maximumCount">Places in all; 1 or more.</param>
    public WorkflowSemaphore(int maximumCount)
        : this(maximumCount, maximumCount)
    {
    }

    /// <summary>Makes a semaphore.</summary>
    /// <param name="initialCount">Places that are free; 0 to <paramref name="maximumCount"/>.</param>
    /// <param name="maximumCount">Places in all; 1 or more.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> when a number is out of range.</exception>
    public WorkflowSemaphore(int initialCount, int maximumCount)
    {
        if (maximumCount < 1 || initialCount < 0 || initialCount > maximumCount)
        {
            throw new HoldfastException(ErrorCodes.InvalidArgument, $"A semaphore of {maximumCount} places with {initialCount} free cannot be: it needs 1 place or more, and 0 to all of them free.");
        }

        CurrentCount = initialCount;
        MaximumCount = maximumCount;
    }

    /// <summary>Places that are free.</summary>
    public int CurrentCount { get; private set; }

    /// <summary>Places in all.</summary>
    public int MaximumCount { get; }

    /// <summary>How many wait for a place.</summary>
    public int WaitingCount => _line.Count;

    /// <summary>Waits for a place and takes it.</summary>
    /// <param name="cancellationToken">Gives up. Default: the current cancellation scope's.</param>
    /// <exception cref="CanceledFailureException">The token was canceled; no place was taken.</exception>
    public Task WaitAsync(CancellationToken? cancellationToken = null) => WaitAsync(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Waits for a place and takes it, but not for ever.</summary>
    /// <param name="timeout">Longest wait, by a durable timer.</param>
    /// <param name="cancellationToken">Gives up. Default: the current cancellation scope's.</param>
    /// <returns>True with a place, false when the timeout passed.</returns>
    /// <exception cref="CanceledFailureException">The token was canceled; no place was taken.</exception>
    public Task<bool> WaitAsync(TimeSpan timeout, CancellationToken? cancellationToken = null) => _line.WaitAsync(() => CurrentCount > 0, () => CurrentCount--, timeout, cancellationToken);

    /// <summary>Waits for a place and gives it back when the holder is disposed: <c>using (await semaphore.EnterAsync()) { … }</c>.</summary>
    /// <param name="cancellationToken">Gives up. Default: the current cancellation scope's.</param>
    /// <exception cref="CanceledFailureException">The token was canceled; no place was taken.</exception>
    public async Task<WorkflowLock> EnterAsync(CancellationToken? cancellationToken = null)
    {
        await WaitAsync(cancellationToken);
        return new WorkflowLock(this);
    }

    /// <summary>Gives places back.</summary>
    /// <param name="count">How many; 1 or more.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> when more are given back than were taken.</exception>
    public void Release(int count = 1)
    {
        if (count < 1 || count > MaximumCount - CurrentCount)
        {
            throw new HoldfastException(ErrorCodes.InvalidArgument, $"{count} places cannot be given back: {MaximumCount - CurrentCount} of {MaximumCount} are taken.");
        }

        CurrentCount += count;
    }
}
