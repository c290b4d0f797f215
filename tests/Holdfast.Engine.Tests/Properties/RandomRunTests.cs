using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

public sealed class RandomRunTests
{
    private const int SeedsPerBlock = 500;

    /// <summary>Events of the vocabulary that the machine does not raise. A line goes when its feature comes.</summary>
    private static readonly string[] NotRaised =
    [
        nameof(EventType.WorkflowExecutionUpdateAdmitted),
        nameof(TransitionType.RunBranched),
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_must_hold_holds_for_random_messages_crashes_and_delays(int block)
    {
        for (var seed = block * SeedsPerBlock; seed < (block + 1) * SeedsPerBlock; seed++)
        {
            try
            {
                new RandomRun(seed).Run(length: 60);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Seed {seed}: {e.Message}", e);
            }
        }
    }

    [Fact]
    public void Random_runs_reach_every_type_of_event_and_transition()
    {
        var reached = new HashSet<string>();
        for (var seed = 0; seed < 4 * SeedsPerBlock; seed++)
        {
            var run = new RandomRun(seed);
            run.Run(length: 60);
            reached.UnionWith(run.Log.Select(r => r is HistoryEvent e ? e.Type.ToString() : ((Transition)r).Type.ToString()));
        }

        Assert.Equal(Enum.GetNames<EventType>().Concat(Enum.GetNames<TransitionType>()).Except(NotRaised).Order(), reached.Order());
    }

    [Fact]
    public void The_same_seed_gives_the_same_records()
    {
        var (one, other) = (new RandomRun(42), new RandomRun(42));
        one.Run(length: 200);
        other.Run(length: 200);

        Assert.Equal(one.Log, other.Log);
    }
}
