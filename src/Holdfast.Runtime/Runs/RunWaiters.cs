using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Requests that wait for something of a run.</summary>
internal sealed class RunWaiters
{
    private List<IRunWaiter>? _history;
    private Dictionary<string, List<UpdateWaiter>>? _updates;
    private Queue<QueryRequest>? _queries;
    private HashSet<QueryRequest>? _suspendedQueries;

    public bool IsEmpty => _history is not { Count: > 0 } && _updates is not { Count: > 0 } && _queries is not { Count: > 0 } && _suspendedQueries is not { Count: > 0 };

    /// <summary>True when another query may wait.</summary>
    public bool HasRoomForQuery(int limit)
    {
        if (QueryCount < limit)
        {
            return true;
        }

        _queries = new Queue<QueryRequest>((_queries ?? []).Where(static q => !q.IsAbandoned));
        return QueryCount < limit;
    }

    public bool HasQueries => _queries is { Count: > 0 };

    /// <summary>True while a query was given to a worker and has not ended: it waits there, or to be continued.</summary>
    public bool HasSuspendedQueries => _suspendedQueries is { Count: > 0 } || (_queries is { Count: > 0 } && _queries.Any(static q => q.Suspended is not null));

    public void Add(IRunWaiter request) => (_history ??= []).Add(request);

    public void Add(QueryRequest request) => (_queries ??= new()).Enqueue(request);

    /// <summary>The query's code waits for something outside; <see cref="Resume"/> brings it back.</summary>
    public void Suspend(QueryRequest request) => (_suspendedQueries ??= []).Add(request);

    /// <summary>A suspended query goes on. False when nobody waits for it any more.</summary>
    public bool Resume(QueryRequest request)
    {
        if (_suspendedQueries is null || !_suspendedQueries.Remove(request))
        {
            return false;
        }

        Add(request);
        return true;
    }

    public void Add(string updateId, UpdateWaiter waiter)
    {
        _updates ??= new(StringComparer.Ordinal);
        if (!_updates.TryGetValue(updateId, out var waiters))
        {
            _updates[updateId] = waiters = [];
        }

        waiters.Add(waiter);
    }

    private int QueryCount => (_queries?.Count ?? 0) + (_suspendedQueries?.Count ?? 0);

    /// <summary>The next query that somebody still waits for.</summary>
    public bool TryTakeQuery(out QueryRequest? request)
    {
        while (_queries is not null && _queries.TryDequeue(out request))
        {
            if (!request.IsAbandoned)
            {
                return true;
            }
        }

        request = null;
        return false;
    }

    /// <summary>Lets go of the requests that can be answered from what is recorded.</summary>
    public void AnswerHistory<TState>(TState state, Func<TState, IRunWaiter, bool> tryAnswer)
    {
        if (_history is null)
        {
            return;
        }

        var kept = 0;
        for (var i = 0; i < _history.Count; i++)
        {
            if (!tryAnswer(state, _history[i]))
            {
                _history[kept++] = _history[i];
            }
        }

        _history.RemoveRange(kept, _history.Count - kept);
    }

    public bool HasHistory => _history is { Count: > 0 };

    public void Remove(string updateId, IReply reply)
    {
        if (_updates is not null && _updates.TryGetValue(updateId, out var waiters))
        {
            waiters.RemoveAll(w => ReferenceEquals(w.Reply, reply));
        }
    }

    /// <summary>Forgets those who no longer wait.</summary>
    public void Purge()
    {
        _history?.RemoveAll(static r => r.IsAbandoned);
        foreach (var (updateId, waiters) in _updates ?? [])
        {
            waiters.RemoveAll(static w => w.Reply.IsAbandoned);
            if (waiters.Count == 0)
            {
                _updates!.Remove(updateId);
            }
        }
    }

    /// <summary>Nobody will be answered any more.</summary>
    public void Fail(Exception exception)
    {
        List<IReply> replies = [.. _history ?? [], .. _queries ?? [], .. _suspendedQueries ?? [], .. (_updates ?? []).Values.SelectMany(static w => w).Select(static w => w.Reply)];
        foreach (var reply in replies)
        {
            reply.Fail(exception);
        }
    }

    /// <summary>Takes those who wait for no more than the stage that an update has reached.</summary>
    public IReadOnlyList<UpdateWaiter> TakeUpdate(string updateId, UpdateStage reached)
    {
        if (_updates is null || !_updates.TryGetValue(updateId, out var waiters))
        {
            return [];
        }

        var taken = waiters.FindAll(w => w.Stage <= reached);
        waiters.RemoveAll(w => w.Stage <= reached);
        if (waiters.Count == 0)
        {
            _updates.Remove(updateId);
        }

        return taken;
    }
}
