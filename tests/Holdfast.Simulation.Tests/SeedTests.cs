using System.Collections.Concurrent;

namespace Holdfast.Simulation.Tests;

public sealed class SeedTests(ITestOutputHelper output)
{
    private const int Worlds = 200;

    [Fact]
    public void Everything_ends_as_it_must_whatever_breaks()
    {
        ConcurrentBag<string> failures = [];
        ConcurrentBag<SimulationResult> results = [];
        Parallel.For(1, Worlds + 1, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
        {
            Scenario scenario = new() { Seed = seed };
            try
            {
                results.Add(WorldSimulation.Run(scenario));
            }
            catch (SimulationFailure failure)
            {
                failures.Add(FailureReport.Describe(scenario, failure));
            }
        });
        output.WriteLine($"{results.Count} worlds, {results.Sum(r => r.Runs)} runs, {results.Sum(r => r.Events)} events, {results.Sum(r => r.Crashes)} crashes");
        Assert.True(failures.IsEmpty, $"{failures.Count} worlds failed.\n{string.Join("\n\n", failures)}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_same_seed_gives_the_same_world_to_the_last_byte(int seed) =>
        Assert.Equal(WorldSimulation.Run(new Scenario { Seed = seed }), WorldSimulation.Run(new Scenario { Seed = seed }));

    [Fact]
    public void Other_seeds_give_other_worlds() =>
        Assert.NotEqual(WorldSimulation.Run(new Scenario { Seed = 1 }).TraceHash, WorldSimulation.Run(new Scenario { Seed = 2 }).TraceHash);

    [Fact]
    public void Failures_tell_no_stack_trace_which_would_depend_on_the_compiler()
    {
        try
        {
            throw new InvalidOperationException("thrown");
        }
        catch (InvalidOperationException exception)
        {
            Assert.Empty(FailureConverter.ToFailure(exception, JsonDataConverter.Default).StackTrace);
        }
    }
}
