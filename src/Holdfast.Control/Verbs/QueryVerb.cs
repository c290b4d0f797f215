using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Control.Verbs;

/// <summary>Asks a workflow's code.</summary>
internal sealed class QueryVerb : IControlVerb
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        var result = await context.Handle().QueryAsync<Payload>(context.Required(context.Request.Name, "the query's name"), context.Arguments(), cancellationToken);
        context.WriteValue(writer, "result", result);
    }
}
