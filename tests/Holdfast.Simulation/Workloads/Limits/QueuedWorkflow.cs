namespace Holdfast.Simulation;

/// <summary>A workflow whose start waits for others of its type to end.</summary>
[Workflow]
public sealed class QueuedWorkflow
{
    /// <summary>Counts, waits, and gives its input.</summary>
    public Task<string> RunAsync(string name, int milliseconds) => LimitedWork.RunAsync(name, milliseconds);
}
