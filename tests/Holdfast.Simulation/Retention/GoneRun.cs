using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>A run that an engine has deleted because its retention was over.</summary>
/// <param name="Folder">Where it was.</param>
/// <param name="Workflow">The workflow.</param>
/// <param name="RunId">The run.</param>
/// <param name="Records">All its records, as one.</param>
/// <param name="Time">When that was, in the world's time.</param>
internal sealed record GoneRun(WorldFolder Folder, WorkflowKey Workflow, RunId RunId, byte[] Records, DateTimeOffset Time);
