using Holdfast.Protocol;

namespace Holdfast.Worker.Tests;

/// <summary>A completed workflow task: what was asked and what came.</summary>
internal sealed record Turn(WorkflowTask Task, IReadOnlyList<HistoryEvent> HistoryThen, IReadOnlyList<Command> Commands);
