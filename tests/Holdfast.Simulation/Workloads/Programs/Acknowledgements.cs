using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>What clients were told is done.</summary>
internal sealed class Acknowledgements
{
    public List<(string WorkflowId, RunId RunId)> Starts { get; } = [];

    public List<(string WorkflowId, RunId RunId, string Name)> Signals { get; } = [];

    public List<(string WorkflowId, RunId RunId, string Name)> Updates { get; } = [];
}
