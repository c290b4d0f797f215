using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>A queue between a workflow's handlers and branches: items come out in the order in which they went in, readers and writers are served in the order in which they came.</summary>
/// <remarks>It belongs to one run and is no part of its history: replay brings it to the same state.</remarks>
/// <typeparam name="T">Type of the items.</typeparam>
public sealed class WorkflowQueue<T>
{
    private readonly Queue<T> _items = new();
    private readonly WaitingLine _readers = new();
    private readonly WaitingLine _writers = new();

    /// <summary>Makes a queue.</summary>
    /// <param name="capacity">Most items at a time. Default 1,000; 1 or more.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> when the capacity is less than 1.</exception>
    public WorkflowQueue(int capacity = WorkflowQueue.DefaultCapacity)
    {
        Capacity = capacity >= 1 ? capacity : throw new HoldfastException(ErrorCodes.InvalidArgument, $"The capacity of a queue is {capacity}; it must be 1 or more.");
    }

    /// <summary>Most items at a time.</summary>
    public int Capacity { get; }

    /// <summary>Items in the queue.</summary>
    public int Count => _items.Count;

    /// <summary>True once no more items can come.</summary>
    public bool IsCompleted { get; private set; }

    /// <summary>Puts an item in, if there is room and nobody waits to put one in.</summary>
    /// <returns>False when it was not put in: the queue is full or completed.</returns>
    public bool TryEnqueue(T item)
    {
        if (IsCompleted || _items.Count >= Capacity || _writers.Count > 0)
        {
            return false;
        }

        _items.Enqueue(item);
        return true;
    }

    /// <summary>Puts an item in, waiting for room.</summary>
    /// <param name="item">The item.</param>
    /// <param name="cancellationToken">Gives up. Default: the current cancellation scope's.</param>
    /// <exception cref="CanceledFailureException">The token was canceled; the item is not in the queue.</exception>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> when the queue is completed.</exception>
    public async Task EnqueueAsync(T item, CancellationToken? cancellationToken = null) =>
        await _writers.WaitAsync(() => IsCompleted || _items.Count < Capacity, () => Put(item), Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Takes the first item, if there is one and nobody waits for it.</summary>
    public bool TryDequeue([MaybeNullWhen(false)] out T item)
    {
        if (_readers.Count == 0)
        {
            return _items.TryDequeue(out item);
        }

        item = default;
        return false;
    }

    /// <summary>Takes the first item, waiting for one.</summary>
    /// <param name="cancellationToken">Gives up. Default: the current cancellation scope's.</param>
    /// <exception cref="CanceledFailureException">The token was canceled; nothing was taken.</exception>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> when the queue is completed and empty.</exception>
    public async Task<T> DequeueAsync(CancellationToken? cancellationToken = null)
    {
        var (isTaken, item) = await TakeAsync(cancellationToken);
        return isTaken ? item! : throw new HoldfastException(ErrorCodes.InvalidArgument, "The queue is completed and empty. Read it with ReadAllAsync, or ask IsCompleted first.");
    }

    /// <summary>Takes items as they come, until the queue is completed and empty: <c>await foreach (var item in queue.ReadAllAsync())</c>.</summary>
    /// <param name="cancellationToken">Gives up. Default: the scope's in which the reading goes on.</param>
    /// <exception cref="CanceledFailureException">The token was canceled.</exception>
    public async IAsyncEnumerable<T> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var (isTaken, item) = await TakeAsync(cancellationToken.CanBeCanceled ? cancellationToken : null);
            if (!isTaken)
            {
                yield break;
            }

            yield return item!;
        }
    }

    /// <summary>Says that no more items come: readers end when the queue is empty, writers that wait fail.</summary>
    public void Complete() => IsCompleted = true;

    /// <summary>Puts an item in, waiting for room whatever is canceled meanwhile; passes it over when the queue is completed.</summary>
    internal async Task OfferAsync(T item) => await _writers.WaitAsync(
        () => IsCompleted || _items.Count < Capacity,
        () =>
        {
            if (!IsCompleted)
            {
                _items.Enqueue(item);
            }
        },
        Timeout.InfiniteTimeSpan,
        CancellationToken.None);

    private void Put(T item)
    {
        if (IsCompleted)
        {
            throw new HoldfastException(ErrorCodes.InvalidArgument, "The queue is completed: nothing can be put in any more.");
        }

        _items.Enqueue(item);
    }

    private async Task<(bool IsTaken, T? Item)> TakeAsync(CancellationToken? cancellationToken)
    {
        (bool IsTaken, T? Item) taken = default;
        await _readers.WaitAsync(() => IsCompleted || _items.Count > 0, () => taken = (_items.TryDequeue(out var item), item), Timeout.InfiniteTimeSpan, cancellationToken);
        return taken;
    }
}
