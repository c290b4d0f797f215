using System.ComponentModel;

namespace Holdfast.Definitions;

/// <summary>An update handler as the generator describes it.</summary>
/// <param name="Name">The update's name.</param>
/// <param name="Handle">Runs the handler.</param>
/// <param name="Validate">Runs the validator, which throws to refuse; null when there is none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record UpdateDefinition(string Name, WorkflowInvoker Handle, Action<object?, InvocationArguments>? Validate) : HandlerDefinition(Name);
