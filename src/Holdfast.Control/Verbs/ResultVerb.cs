using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Control.Verbs;

/// <summary>Waits for a workflow's result.</summary>
internal sealed class ResultVerb : IControlVerb
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        var result = await context.Handle().ResultAsync<Payload>(cancellationToken: cancellationToken);
        context.WriteValue(writer, "result", result);
    }
}
