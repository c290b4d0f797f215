namespace Holdfast.Simulation;

/// <summary>A workflow whose start is refused while another of its key runs.</summary>
[Workflow]
public sealed class RejectedWorkflow
{
    /// <summary>Counts, waits, and gives its input.</summary>
    public Task<string> RunAsync(string name, int milliseconds) => LimitedWork.RunAsync(name, milliseconds);
}
