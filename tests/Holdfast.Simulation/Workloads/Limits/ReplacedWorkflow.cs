namespace Holdfast.Simulation;

/// <summary>A workflow whose start ends the one of its key that runs.</summary>
[Workflow]
public sealed class ReplacedWorkflow
{
    /// <summary>Counts, waits, and gives its input.</summary>
    public Task<string> RunAsync(string name, int milliseconds) => LimitedWork.RunAsync(name, milliseconds);
}
