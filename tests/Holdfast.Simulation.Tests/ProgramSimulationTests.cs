using System.Collections.Concurrent;
using System.Globalization;

namespace Holdfast.Simulation.Tests;

public sealed class ProgramSimulationTests(ITestOutputHelper output)
{
    private const int Worlds = 100;

    /// <summary>Runs this one world instead of all; or, as "first-last", these.</summary>
    private const string SeedVariable = "HOLDFAST_SIMULATION_SEED";

    [Fact]
    public void A_thousand_programs_end_as_their_text_says_whatever_crashes()
    {
        ConcurrentBag<string> failures = [];
        ConcurrentBag<SimulationResult> results = [];
        Parallel.ForEach(Seeds(), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
        {
            try
            {
                results.Add(ProgramSimulation.Run(seed));
            }
            catch (SimulationFailure failure)
            {
                failures.Add(failures.IsEmpty ? failure.ToString() : failure.Message);
            }
        });
        output.WriteLine($"{results.Count} worlds, {results.Sum(r => r.Runs)} runs, {results.Sum(r => r.Events)} events, {results.Sum(r => r.Crashes)} crashes");
        Assert.True(failures.IsEmpty, $"{failures.Count} worlds failed.\n{string.Join("\n\n", failures)}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_same_seed_gives_the_same_world_to_the_last_byte(int seed) => Assert.Equal(ProgramSimulation.Run(seed), ProgramSimulation.Run(seed));

    [Fact]
    public void Other_seeds_give_other_worlds() => Assert.NotEqual(ProgramSimulation.Run(1).TraceHash, ProgramSimulation.Run(2).TraceHash);

    private static IEnumerable<int> Seeds()
    {
        var range = Environment.GetEnvironmentVariable(SeedVariable)?.Split('-');
        if (range is null)
        {
            return Enumerable.Range(1, Worlds);
        }

        var first = int.Parse(range[0], CultureInfo.InvariantCulture);
        return Enumerable.Range(first, int.Parse(range[^1], CultureInfo.InvariantCulture) - first + 1);
    }
}
