namespace Holdfast.Simulation;

/// <summary>Says what is wrong with a world, and how to see it again.</summary>
internal static class FailureReport
{
    private static readonly string TraceFolder = Path.Combine("artifacts", "simulation");

    public static string Describe(Scenario scenario, SimulationFailure failure) => $"""
        World {scenario} failed: {failure.Message}{Cause(failure)}
        To see it again: ./dev sim --seed {scenario} --trace
        """;

    /// <summary>Shrinks a scenario that failed, and writes the trace of what is left.</summary>
    public static string Shrink(Scenario scenario)
    {
        var smallest = Shrinker.Shrink(scenario, s => FailureOf(s, null) is not null);
        Directory.CreateDirectory(TraceFolder);
        var file = Path.Combine(TraceFolder, $"{smallest.Seed}.trace");
        using var trace = new StreamWriter(file);
        var failure = FailureOf(smallest, trace);
        return $"""
            World {scenario} shrank to {smallest}: {failure?.Message.Split('\n')[0]}
            Its trace is in {file}. To see it again: ./dev sim --seed {smallest} --trace
            """;
    }

    private static SimulationFailure? FailureOf(Scenario scenario, TextWriter? trace)
    {
        try
        {
            WorldSimulation.Run(scenario, trace);
            return null;
        }
        catch (SimulationFailure failure)
        {
            return failure;
        }
    }

    private static string Cause(SimulationFailure failure) => failure.InnerException is { } inner ? $"\n{inner}" : string.Empty;
}
