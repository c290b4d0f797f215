namespace Holdfast.Simulation;

/// <summary>Checks that every step of a program was taken once: one lost makes a count too small, one taken twice makes it too large.</summary>
internal static class CountChecker
{
    /// <summary>What is wrong.</summary>
    public static IEnumerable<string> Check(ProgramNode program, Outside outside)
    {
        foreach (var (counter, expected) in ProgramExpectation.Of(program).Counts)
        {
            var counted = outside.CountOf(counter);
            if (counted != expected)
            {
                yield return $"{counter} was counted {counted} times, but the program counts it {expected} times";
            }
        }
    }

    /// <summary>What is wrong when a program was run so many times in part, and once to its end: what came before the last beginning may have been counted each time.</summary>
    public static IEnumerable<string> CheckRepeated(ProgramNode program, Outside outside, int times)
    {
        foreach (var (counter, expected) in ProgramExpectation.Of(program).Counts)
        {
            var counted = outside.CountOf(counter);
            if (counted < expected || counted > expected * times)
            {
                yield return $"{counter} was counted {counted} times, but the program counts it {expected} times, and was run {times} times";
            }
        }
    }
}
