using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Control.Verbs;

/// <summary>Waits for the result of an activity that a client started.</summary>
internal sealed class ActivityResultVerb : IControlVerb
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken) =>
        context.WriteValue(writer, "result", await context.Activity().ResultAsync<Payload>(cancellationToken));
}
