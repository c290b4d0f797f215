using System.ComponentModel;

namespace Holdfast.Definitions;

/// <summary>A signal handler as the generator describes it.</summary>
/// <param name="Name">The signal's name.</param>
/// <param name="Handle">Runs the handler.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record SignalDefinition(string Name, WorkflowInvoker Handle) : HandlerDefinition(Name);
