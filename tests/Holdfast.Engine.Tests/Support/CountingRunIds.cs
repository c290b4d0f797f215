using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

/// <summary>Run IDs 1, 2, 3, … so that a scenario can name them.</summary>
internal sealed class CountingRunIds : IRunIdSource
{
    private int last;

    public RunId Next(DateTimeOffset now) => Numbered(++last);

    internal static RunId Numbered(int number) => new(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]));
}
