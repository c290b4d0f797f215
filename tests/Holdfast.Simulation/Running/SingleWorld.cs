using System.Globalization;

namespace Holdfast.Simulation;

/// <summary>Runs one world twice: what happened, and that it happened in the same way.</summary>
internal static class SingleWorld
{
    public static int Run(Scenario scenario, TextWriter? trace)
    {
        try
        {
            var result = WorldSimulation.Run(scenario, trace);
            var again = WorldSimulation.Run(scenario);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"clean: world {scenario}, {result.Runs} runs, {result.Events} events, {result.Crashes} crashes, {result.SimulatedTime.TotalSeconds:F0} s simulated, trace {result.TraceHash:x16}"));
            if (result == again)
            {
                return 0;
            }

            Console.WriteLine($"not repeatable: the second time its trace was {again.TraceHash:x16}");
            return 1;
        }
        catch (SimulationFailure failure)
        {
            Console.WriteLine(FailureReport.Describe(scenario, failure));
            return 1;
        }
    }
}
