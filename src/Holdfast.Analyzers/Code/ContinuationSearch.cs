using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Code;

/// <summary>Finds the loops that nothing they call continues as new.</summary>
internal static class ContinuationSearch
{
    public static IEnumerable<(EndlessLoop Loop, CodeBody Body)> EndlessIn(IReadOnlyList<BodyReading> readings)
    {
        if (!readings.Any(r => r.Loops.Count > 0))
        {
            return [];
        }

        var continuing = Continuing(readings);
        return readings.SelectMany(r => r.Loops.Where(l => !l.Calls.Any(continuing.Contains)).Select(l => (l, r.Body)));
    }

    /// <summary>Members that continue as new, themselves or through what they call.</summary>
    private static HashSet<ISymbol> Continuing(IReadOnlyList<BodyReading> readings)
    {
        var continuing = new HashSet<ISymbol>(readings.Where(r => r.ContinuesAsNew).Select(r => r.Body.Member), SymbolEqualityComparer.Default);
        var hasGrown = continuing.Count > 0;
        while (hasGrown)
        {
            hasGrown = false;
            foreach (var reading in readings)
            {
                hasGrown |= reading.Calls.Any(c => continuing.Contains(c.Target)) && continuing.Add(reading.Body.Member);
            }
        }

        return continuing;
    }
}
