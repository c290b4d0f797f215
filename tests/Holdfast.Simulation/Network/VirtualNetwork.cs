namespace Holdfast.Simulation;

/// <summary>
/// Nodes that have nothing in common but the messages they send one another. A message takes a step of the world at least; by the seed it may be lost, late, doubled, or
/// overtake others; it waits while its way is cut, in this direction or both, and while its node is stopped, and goes on afterwards, however late.
/// </summary>
/// <remarks>
/// What is lost is not told to anybody: the sender of a message that waits for something gives it a <see cref="NetworkMessage.Break"/>, which is called some time after
/// the message was lost or got stuck, as a connection breaks when nothing comes any more. A message that got stuck may still arrive after that.
/// </remarks>
internal sealed class VirtualNetwork(TimeProvider clock, WorldTrace trace, Random chance, NetworkOptions options)
{
    /// <summary>A message that is late is late by less than this; after this time at most a sender learns that its connection broke.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly List<NetworkMessage> _flying = [];
    private readonly HashSet<(string From, string To)> _cuts = [];
    private readonly HashSet<string> _stopped = new(StringComparer.Ordinal);
    private readonly List<int> _candidates = [];
    private bool _isCalm;

    /// <summary>What goes on between the nodes: requests and answers that are being handed over.</summary>
    public WorldQueue Queue { get; } = new();

    /// <summary>Messages under way, those that cannot arrive now included.</summary>
    public int MessagesUnderWay => _flying.Count;

    /// <summary>True once in so many times, as long as there are faults.</summary>
    public bool Chance(int times) => !_isCalm && chance.Next(times) == 0;

    /// <summary>A number from 0 on, for whoever chooses among nodes.</summary>
    public int Draw(int below) => chance.Next(below);

    /// <summary>Sends a message.</summary>
    public void Send(NetworkMessage message)
    {
        if (string.Equals(message.From, message.To, StringComparison.Ordinal))
        {
            message.Arrive();
            return;
        }

        switch (DrawFate())
        {
            case Fate.Doubled when message.IsOnce:
                Fly(message);
                break;
            case Fate.Lost:
                trace.Note($"network: {message.Subject} is lost");
                Break(message);
                break;
            case Fate.Late:
                trace.Note($"network: {message.Subject} is late");
                After(() => Fly(message));
                break;
            case Fate.Doubled:
                trace.Note($"network: {message.Subject} is doubled");
                Fly(message);
                After(() => Fly(message with { Break = null }));
                break;
            default:
                Fly(message);
                break;
        }
    }

    /// <summary>Cuts the way from one node to another; the way back stays as it is.</summary>
    public void Cut(string from, string to)
    {
        if (!string.Equals(from, to, StringComparison.Ordinal) && _cuts.Add((from, to)))
        {
            foreach (var message in _flying.Where(m => m.From == from && m.To == to))
            {
                Break(message);
            }
        }
    }

    /// <summary>Mends the way from one node to another.</summary>
    public void Heal(string from, string to) => _cuts.Remove((from, to));

    /// <summary>A node stops, and takes nothing in; what is sent to it waits.</summary>
    public void Stop(string node) => _stopped.Add(node);

    /// <summary>A node that was stopped goes on.</summary>
    public void GoOn(string node) => _stopped.Remove(node);

    /// <summary>No more faults, and every way is mended.</summary>
    public void CalmDown()
    {
        _isCalm = true;
        _cuts.Clear();
    }

    /// <summary>True when a message could arrive now.</summary>
    public bool CanDeliver()
    {
        foreach (var message in _flying)
        {
            if (IsOpen(message))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Has one of the messages arrive that can: the oldest on its way, unless messages may overtake one another.</summary>
    public void DeliverOne(Random order)
    {
        _candidates.Clear();
        for (var i = 0; i < _flying.Count; i++)
        {
            if (IsOpen(_flying[i]))
            {
                _candidates.Add(i);
            }
        }

        var index = _candidates[order.Next(_candidates.Count)];
        if (!options.Reorders || _isCalm)
        {
            var drawn = _flying[index];
            index = _flying.FindIndex(m => m.From == drawn.From && m.To == drawn.To);
        }

        var message = _flying[index];
        _flying.RemoveAt(index);
        trace.Write($"    {message.From} -> {message.To}: {message.Subject}");
        message.Arrive();
    }

    /// <summary>Calls an operation of another node. The answer comes back as a message of its own; either may be lost, and the operation may then have been done or not.</summary>
    /// <param name="from">The node that calls.</param>
    /// <param name="to">The node that is called.</param>
    /// <param name="subject">What is asked for.</param>
    /// <param name="operate">Does it at the other node; called once for each copy of the request that arrives.</param>
    /// <returns>What the operation came to, its failure too; or the failure that says that the connection was lost.</returns>
    public Task<T> CallAsync<T>(string from, string to, string subject, Func<Task<T>> operate)
    {
        TaskCompletionSource<T> answer = new();
        void Break() => answer.TrySetException(NetworkFailure.ConnectionLost());
        Send(new NetworkMessage(from, to, subject, () => Queue.Enter(() => _ = AnswerAsync())) { Break = Break });
        return answer.Task;

        async Task AnswerAsync()
        {
            Action arrive;
            try
            {
                var value = await operate();
                arrive = () => answer.TrySetResult(value);
            }
            catch (Exception exception)
            {
                arrive = () => answer.TrySetException(exception);
            }

            Send(new NetworkMessage(to, from, $"answer to {subject}", arrive) { Break = Break });
        }
    }

    private bool IsOpen(NetworkMessage message) => !_stopped.Contains(message.To) && !_cuts.Contains((message.From, message.To));

    private void Fly(NetworkMessage message)
    {
        _flying.Add(message);
        if (_cuts.Contains((message.From, message.To)))
        {
            Break(message);
        }
    }

    private void Break(NetworkMessage message)
    {
        if (message.Break is { } tell)
        {
            After(tell);
        }
    }

    private Fate DrawFate()
    {
        if (_isCalm || options.MessagesPerFault == 0 || chance.Next(options.MessagesPerFault) != 0)
        {
            return Fate.Arrives;
        }

        return chance.Next(3) switch
        {
            0 when options.Loses => Fate.Lost,
            1 when options.Delays => Fate.Late,
            2 when options.Doubles => Fate.Doubled,
            _ => Fate.Arrives,
        };
    }

    private void After(Action happening)
    {
        ITimer? timer = null;
        timer = clock.CreateTimer(
            _ =>
            {
                timer!.Dispose();
                happening();
            },
            null,
            TimeSpan.FromMilliseconds(chance.Next(1, (int)LongestPause.TotalMilliseconds)),
            Timeout.InfiniteTimeSpan);
    }

    private enum Fate
    {
        Arrives,
        Lost,
        Late,
        Doubled,
    }
}
