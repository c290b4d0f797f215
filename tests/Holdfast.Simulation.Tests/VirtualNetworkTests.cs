using Holdfast.Protocol;
using Holdfast.Testing;

namespace Holdfast.Simulation.Tests;

public sealed class VirtualNetworkTests
{
    private static readonly NetworkOptions Perfect = new() { MessagesPerFault = 0, Loses = false, Delays = false, Doubles = false, Reorders = false };
    private static readonly NetworkOptions AllFail = Perfect with { MessagesPerFault = 1, Loses = true, Delays = true, Doubles = true, Reorders = true };
    private readonly VirtualTimeProvider _clock = new();
    private readonly List<string> _arrived = [];

    [Fact]
    public void Messages_on_one_way_arrive_in_the_order_in_which_they_were_sent()
    {
        var network = New(Perfect);
        SendTen(network);
        DeliverAll(network);
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"{i}"), _arrived);
    }

    [Fact]
    public void A_network_that_reorders_lets_messages_overtake_one_another()
    {
        var network = New(Perfect with { Reorders = true });
        SendTen(network);
        DeliverAll(network);
        Assert.Equal(10, _arrived.Count);
        Assert.NotEqual(Enumerable.Range(0, 10).Select(i => $"{i}"), _arrived);
    }

    [Fact]
    public void A_network_that_fails_loses_some_messages_and_doubles_others()
    {
        var network = New(AllFail);
        for (var i = 0; i < 30; i++)
        {
            Send(network, "a", "b", $"{i}");
        }

        _clock.Advance(VirtualNetwork.LongestPause);
        DeliverAll(network);
        var copies = _arrived.CountBy(m => m).ToList();
        Assert.InRange(copies.Count, 1, 29);
        Assert.Contains(copies, c => c.Value == 2);
    }

    [Fact]
    public void A_cut_holds_messages_of_its_direction_alone_and_lets_them_go_on_when_it_heals()
    {
        var network = New(Perfect);
        network.Cut("a", "b");
        Send(network, "a", "b", "there");
        Send(network, "b", "a", "back");
        DeliverAll(network);
        Assert.Equal(["back"], _arrived);
        network.Heal("a", "b");
        DeliverAll(network);
        Assert.Equal(["back", "there"], _arrived);
    }

    [Fact]
    public void What_is_sent_to_a_stopped_node_waits_for_it()
    {
        var network = New(Perfect);
        network.Stop("b");
        Send(network, "a", "b", "1");
        Assert.False(network.CanDeliver());
        network.GoOn("b");
        DeliverAll(network);
        Assert.Equal(["1"], _arrived);
    }

    [Fact]
    public void A_caller_is_told_that_the_connection_was_lost_when_its_request_is_and_the_request_may_still_arrive()
    {
        var network = New(Perfect);
        network.Cut("a", "b");
        var calls = 0;
        var answer = network.CallAsync("a", "b", "count", () => Task.FromResult(++calls));
        _clock.Advance(VirtualNetwork.LongestPause);
        Assert.Equal(ErrorCodes.Unavailable, Assert.IsType<HoldfastException>(answer.Exception?.InnerException).Code);
        network.Heal("a", "b");
        DeliverAll(network);
        Assert.Equal(1, calls);
    }

    [Fact]
    public void A_caller_whose_answer_is_held_learns_that_the_connection_was_lost_and_not_what_was_done()
    {
        var network = New(Perfect);
        var calls = 0;
        var answer = network.CallAsync("a", "b", "count", () => Task.FromResult(++calls));
        network.Cut("b", "a");
        DeliverAll(network);
        Assert.Equal(1, calls);
        Assert.False(answer.IsCompleted);
        _clock.Advance(VirtualNetwork.LongestPause);
        Assert.True(answer.IsFaulted);
    }

    [Fact]
    public void An_operation_that_fails_is_answered_with_its_failure()
    {
        var network = New(Perfect);
        var answer = network.CallAsync<int>("a", "b", "fail", () => Task.FromException<int>(new InvalidOperationException("no")));
        DeliverAll(network);
        Assert.IsType<InvalidOperationException>(answer.Exception?.InnerException);
    }

    [Fact]
    public void What_a_node_tells_itself_arrives_at_once()
    {
        var network = New(AllFail);
        Send(network, "a", "a", "1");
        Assert.Equal(["1"], _arrived);
    }

    private VirtualNetwork New(NetworkOptions options) => new(_clock, new WorldTrace(_clock, null), new Random(1), options);

    private void Send(VirtualNetwork network, string from, string to, string subject) => network.Send(new NetworkMessage(from, to, subject, () => _arrived.Add(subject)));

    private void SendTen(VirtualNetwork network)
    {
        for (var i = 0; i < 10; i++)
        {
            Send(network, "a", "b", $"{i}");
        }
    }

    private static void DeliverAll(VirtualNetwork network)
    {
        Random order = new(1);
        while (network.CanDeliver())
        {
            network.DeliverOne(order);
        }
    }
}
