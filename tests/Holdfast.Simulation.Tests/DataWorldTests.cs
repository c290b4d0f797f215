namespace Holdfast.Simulation.Tests;

public sealed class DataWorldTests
{
    private const int MostSeeds = 100;

    [Fact]
    public void A_world_that_encrypts_is_the_same_again_to_the_last_byte() =>
        RequireRepeatable(First(static scenario => WorldEncryption.Draw(scenario.ChanceFor(SeedPurpose.Encryption)) is not null));

    [Fact]
    public void A_world_that_archives_is_the_same_again_to_the_last_byte() =>
        RequireRepeatable(First(static scenario => RetentionSettings.Draw(scenario.ChanceFor(SeedPurpose.Retention)) is not null));

    private static Scenario First(Func<Scenario, bool> isOne) => Enumerable.Range(1, MostSeeds).Select(static seed => new Scenario { Seed = seed }).First(isOne);

    private static void RequireRepeatable(Scenario scenario) => Assert.Equal(WorldSimulation.Run(scenario), WorldSimulation.Run(scenario));
}
