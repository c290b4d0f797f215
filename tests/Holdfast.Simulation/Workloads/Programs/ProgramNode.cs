namespace Holdfast.Simulation;

/// <summary>A program, or a part of one. Programs are data, so that a seed can make any number of them.</summary>
/// <param name="Op">What it does.</param>
/// <param name="Name">Counter, signal, update or child.</param>
/// <param name="Number">Failures or milliseconds; of a child, 1 when an earlier one may still be there.</param>
/// <param name="Children">Its parts.</param>
public sealed record ProgramNode(ProgramOp Op, string Name, int Number, IReadOnlyList<ProgramNode> Children)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => Children.Count == 0 ? $"{Op} {Name} {Number}" : $"{Op} {Name} {Number} [{string.Join("; ", Children)}]";
}
