namespace Holdfast.Simulation.Tests;

public sealed class RegressionTests
{
    public static TheoryData<string> Scenarios => [.. Regression.All().Select(r => r.Scenario.ToString())];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_world_that_once_failed_is_clean(string scenario) => WorldSimulation.Run(Scenario.Parse(scenario));

    [Theory]
    [InlineData("424")]
    [InlineData("424 |")]
    [InlineData("rain | what it found")]
    public void A_line_that_names_no_world_or_says_not_what_it_found_is_refused(string line) => Assert.Throws<FormatException>(() => Regression.Parse(line));
}
