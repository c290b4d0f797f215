using System.ComponentModel;
using Holdfast.Protocol;

namespace Holdfast.Definitions;

/// <summary>A query handler as the generator describes it.</summary>
/// <param name="Name">The query's name.</param>
/// <param name="Handle">Runs the handler and converts its answer.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record QueryDefinition(string Name, Func<object?, InvocationArguments, Payloads> Handle) : HandlerDefinition(Name);
