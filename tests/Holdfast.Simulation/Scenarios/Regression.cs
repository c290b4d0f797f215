namespace Holdfast.Simulation;

/// <summary>A world that once failed.</summary>
/// <param name="Scenario">The world.</param>
/// <param name="Found">What it found.</param>
internal sealed record Regression(Scenario Scenario, string Found)
{
    private const string Resource = "regressions.txt";

    /// <summary>All that are kept, in <c>tests/Holdfast.Simulation/Scenarios/regressions.txt</c>.</summary>
    public static IReadOnlyList<Regression> All()
    {
        using StreamReader reader = new(typeof(Regression).Assembly.GetManifestResourceStream(Resource)!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(l => !l.StartsWith('#')).Select(Parse)];
    }

    /// <summary>Reads a line: the scenario, a bar, and what it found.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static Regression Parse(string line) => line.Split('|', 2, StringSplitOptions.TrimEntries) is [var scenario, { Length: > 0 } found]
        ? new Regression(Scenario.Parse(scenario), found)
        : throw new FormatException($"'{line}' is not a scenario, a bar and what it found.");
}
