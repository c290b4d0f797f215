using Holdfast.Cli.Demo.Proof;

namespace Holdfast.Cli.Tests.Proof;

public sealed class KillPlanTests
{
    private const int Calls = 70;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(99)]
    public void The_same_seed_gives_the_same_plan(int seed) => Assert.Equal(Play(seed, kills: 20), Play(seed, kills: 20));

    [Fact]
    public void Five_kills_that_hit_what_they_aim_at_hit_every_phase()
    {
        var plan = new KillPlan(5, Calls, seed: 1);
        for (var kill = 0; kill < 5; kill++)
        {
            plan.Count(plan.NextPhase());
        }

        Assert.Empty(plan.Missing);
        Assert.True(plan.IsDone);
    }

    [Fact]
    public void A_phase_that_was_missed_is_aimed_at_until_it_is_hit()
    {
        var plan = new KillPlan(5, Calls, seed: 1);
        for (var kill = 0; kill < 8; kill++)
        {
            var wanted = plan.NextPhase();
            plan.Count(wanted == KillPhase.Between ? KillPhase.ToolCall : wanted);
        }

        Assert.False(plan.IsDone);
        Assert.Equal([KillPhase.Between], plan.Missing);
        Assert.Equal([KillPhase.Between], Enumerable.Range(0, 5).Select(_ => plan.NextPhase()).Distinct());
    }

    [Fact]
    public void The_kills_are_spread_over_the_survey_and_end_before_it_does()
    {
        var plan = new KillPlan(10, Calls, seed: 1);
        List<int> thresholds = [];
        for (var kill = 0; kill < 10; kill++)
        {
            thresholds.Add(plan.Threshold);
            plan.Count(plan.NextPhase());
        }

        Assert.Equal(thresholds.Order(), thresholds);
        Assert.Equal(0, thresholds[0]);
        Assert.InRange(thresholds[^1], Calls / 2, Calls - 3);
    }

    [Fact]
    public void An_agent_that_comes_too_far_is_killed_whatever_it_does()
    {
        var plan = new KillPlan(10, Calls, seed: 1);
        Assert.False(plan.MustHurry(Calls / 2));
        Assert.True(plan.MustHurry(Calls - 2));
        for (var kill = 0; kill < 5; kill++)
        {
            plan.Count(plan.NextPhase());
        }

        Assert.True(plan.MustHurry(Calls - 10));
    }

    private static List<(KillPhase Phase, TimeSpan Delay)> Play(int seed, int kills)
    {
        var plan = new KillPlan(kills, Calls, seed);
        List<(KillPhase, TimeSpan)> plays = [];
        for (var kill = 0; kill < kills; kill++)
        {
            var phase = plan.NextPhase();
            plays.Add((phase, plan.NextDelay(phase, endedCalls: kill)));
            plan.Count(phase);
        }

        return plays;
    }
}
