namespace Holdfast.Simulation.Tests;

public sealed class ScenarioTests
{
    [Theory]
    [InlineData("424")]
    [InlineData("424/keep=0,3")]
    [InlineData("424/keep=0,3/faults=2/without=PowerFails,Delays/order=7")]
    public void A_scenario_is_named_by_a_text_that_is_read_back(string text) => Assert.Equal(text, Scenario.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("one")]
    [InlineData("1/keep")]
    [InlineData("1/without=Rain")]
    [InlineData("1/faults=-1")]
    public void A_text_that_names_no_world_is_refused(string text) => Assert.Throws<FormatException>(() => Scenario.Parse(text));

    [Fact]
    public void Leaving_a_workload_out_leaves_the_others_as_they_were()
    {
        Scenario whole = new() { Seed = 5 };
        Scenario part = whole with { Keep = [1] };
        Assert.Equal(whole.ChanceFor(SeedPurpose.Workload, 1).Next(), part.ChanceFor(SeedPurpose.Workload, 1).Next());
    }
}
