namespace Holdfast.Simulation;

/// <summary>A workflow whose start begins when no other of its key was started for a while.</summary>
[Workflow]
public sealed class DebouncedWorkflow
{
    /// <summary>Counts, waits, and gives its input.</summary>
    public Task<string> RunAsync(string name, int milliseconds) => LimitedWork.RunAsync(name, milliseconds);
}
