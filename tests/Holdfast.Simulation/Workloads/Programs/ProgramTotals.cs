namespace Holdfast.Simulation;

/// <summary>What a program counts of itself. Known before it runs.</summary>
/// <param name="Signals">Signals received.</param>
/// <param name="Updates">Updates handled.</param>
/// <param name="Steps">Nodes that ended.</param>
public sealed record ProgramTotals(int Signals, int Updates, int Steps)
{
    public static readonly ProgramTotals None = new(0, 0, 0);

    /// <summary>The sum.</summary>
    public ProgramTotals Plus(ProgramTotals other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new ProgramTotals(Signals + other.Signals, Updates + other.Updates, Steps + other.Steps);
    }
}
