using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Control.Verbs;

/// <summary>Sends an update and waits for its result.</summary>
internal sealed class UpdateVerb : IControlVerb
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        var result = await context.Handle().ExecuteUpdateAsync<Payload>(context.Required(context.Request.Name, "the update's name"), context.Arguments(), cancellationToken: cancellationToken);
        context.WriteValue(writer, "result", result);
    }
}
