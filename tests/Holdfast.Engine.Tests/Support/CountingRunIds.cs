using Holdfast.Protocol;

namespace Holdfast.Engine.Tests;

/// <summary>Run IDs 1, 2, 3, … so that a scenario can name them.</summary>
internal sealed class CountingRunIds : IRunIdSource
{
    private int _last;

    public RunId Next(DateTimeOffset now) => Numbered(++_last);

    public void NoteTaken(RunId runId)
    {
        // A scenario names its runs in the order of their starts; it has no earlier life.
    }

    internal static RunId Numbered(int number) => new(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]));
}
