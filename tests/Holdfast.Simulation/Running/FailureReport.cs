namespace Holdfast.Simulation;

/// <summary>Says what is wrong with a world, and how to see it again.</summary>
internal static class FailureReport
{
    public static string Describe(Scenario scenario, SimulationFailure failure) => $"""
        World {scenario} failed: {failure.Message}{Cause(failure)}
        To see it again: ./dev sim --seed {scenario} --trace
        """;

    private static string Cause(SimulationFailure failure) => failure.InnerException is { } inner ? $"\n{inner}" : string.Empty;
}
