using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Holdfast.Runtime;

/// <summary>Messages for one owner: many senders, one receiver.</summary>
/// <remarks>
/// Bounds: client requests are counted by the sender (<see cref="TryPostRequest"/>) and refused above the limit. Messages of the engine itself are bounded by
/// what causes them: worker slots, runs in memory, journal batches under way.
/// </remarks>
internal sealed class OwnerMailbox(int maximumRequests, TimeProvider timeProvider)
{
    private readonly ConcurrentQueue<OwnerMessage> _messages = new();
    private readonly ConcurrentQueue<OwnerMessage> _requests = new();
    private int _waitingRequests;
    private volatile Exception? _closed;

    /// <summary>Wakes the receiver.</summary>
    public LoopSignal Signal { get; } = new(timeProvider);

    public bool IsEmpty => _messages.IsEmpty && _requests.IsEmpty;

    /// <summary>Everything that waits.</summary>
    public int Count => _messages.Count + WaitingRequests;

    public int WaitingRequests => Volatile.Read(ref _waitingRequests);

    /// <summary>Puts a message of the engine itself in.</summary>
    public void Post(OwnerMessage message)
    {
        PostQuietly(message);
        Signal.Set();
    }

    /// <summary>As <see cref="Post"/>, but wakes nobody: the caller sees to that.</summary>
    public void PostQuietly(OwnerMessage message)
    {
        _messages.Enqueue(message);
        FailIfClosed();
    }

    /// <summary>Puts a client's request in; false when too many wait.</summary>
    public bool TryPostRequest(OwnerMessage request)
    {
        if (Interlocked.Increment(ref _waitingRequests) > maximumRequests)
        {
            Interlocked.Decrement(ref _waitingRequests);
            return false;
        }

        _requests.Enqueue(request);
        FailIfClosed();
        Signal.Set();
        return true;
    }

    /// <summary>Nobody receives any more: what waits, and what still comes, fails.</summary>
    public void Close(Exception exception)
    {
        _closed = exception;
        FailIfClosed();
    }

    /// <summary>Takes the next message: those of the engine go first, so that work under way ends before new work begins.</summary>
    public bool TryTake([NotNullWhen(true)] out OwnerMessage? message)
    {
        if (_messages.TryDequeue(out message))
        {
            return true;
        }

        if (_requests.TryDequeue(out message))
        {
            Interlocked.Decrement(ref _waitingRequests);
            return true;
        }

        return false;
    }

    private void FailIfClosed()
    {
        while (_closed is { } exception && TryTake(out var message))
        {
            message.Fail(exception);
        }
    }
}
