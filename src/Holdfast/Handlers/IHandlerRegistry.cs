using System.ComponentModel;
using Holdfast.Definitions;

namespace Holdfast;

/// <summary>The handlers of a run: those of its class, and what its code changed of them.</summary>
/// <remarks>Threading: workflow code's. Determinism: called by workflow code, so a replay calls it at the same points. Errors: <see cref="Protocol.ErrorCodes.ReadOnly"/> where code may only look.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IHandlerRegistry
{
    /// <summary>Sets the handler of the definition's name, or the catch-all handler; signals that waited for it are handled next, in the order in which they came.</summary>
    void Set(HandlerDefinition handler);

    /// <summary>Removes a handler.</summary>
    /// <param name="kind">What it handles.</param>
    /// <param name="name">The name; null for the catch-all handler.</param>
    void Remove(CallKind kind, string? name);
}
