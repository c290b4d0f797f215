namespace Holdfast.Simulation.Tests;

/// <summary>Checks that every step of every program was taken once: one lost makes a count too small, one taken twice makes it too large.</summary>
internal static class CountChecker
{
    /// <summary>What is wrong.</summary>
    public static IEnumerable<string> Check(IEnumerable<ProgramNode> programs, Outside outside)
    {
        var counts = outside.Counts;
        foreach (var (counter, expected) in programs.SelectMany(p => ProgramExpectation.Of(p).Counts))
        {
            var counted = counts.GetValueOrDefault(counter);
            if (counted != expected)
            {
                yield return $"{counter} was counted {counted} times, but the program counts it {expected} times";
            }
        }
    }
}
