namespace Holdfast.Simulation;

/// <summary>A failure that a program orders. Without a stack trace: the runtime's optimisations would change it from run to run, and with it the journal.</summary>
public sealed class ProgramFailure(string message) : Exception(message)
{
    /// <inheritdoc/>
    public override string? StackTrace => null;
}
