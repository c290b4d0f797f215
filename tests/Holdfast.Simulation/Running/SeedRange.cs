using System.Diagnostics;
using System.Globalization;

namespace Holdfast.Simulation;

/// <summary>Runs many worlds, one at a time on each processor; they share nothing.</summary>
internal static class SeedRange
{
    public const int DefaultSeeds = 200;
    private const int MostFailuresTold = 10;
    private static readonly TimeSpan BetweenProgress = TimeSpan.FromSeconds(30);

    public static int Run(int start, int seeds)
    {
        SeedTotals totals = new(seeds);
        var began = Stopwatch.GetTimestamp();
        using Timer progress = new(_ => Console.Error.WriteLine(totals.Progress(Stopwatch.GetElapsedTime(began))), null, BetweenProgress, BetweenProgress);
        Parallel.For(start, start + seeds, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, (seed, loop) =>
        {
            Scenario scenario = new() { Seed = seed };
            try
            {
                totals.Add(seed, WorldSimulation.Run(scenario));
            }
            catch (SimulationFailure failure)
            {
                var count = totals.AddFailure();
                if (count <= MostFailuresTold)
                {
                    Console.WriteLine(FailureReport.Describe(scenario, failure));
                }

                if (count == 1)
                {
                    Console.WriteLine(FailureReport.Shrink(scenario));
                }

                if (count > MostFailuresTold)
                {
                    loop.Stop();
                }
            }
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seeds {start} to {start + seeds - 1}: {totals.Describe(Stopwatch.GetElapsedTime(began))}"));
        return totals.Failures == 0 ? 0 : 1;
    }
}
