using System.Text.Json;

namespace Holdfast.Control.Verbs;

/// <summary>Asks an activity that a client started to cancel.</summary>
internal sealed class CancelActivityVerb : IControlVerb
{
    /// <inheritdoc/>
    public Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken) =>
        context.Activity().CancelAsync(context.Request.Reason ?? string.Empty, cancellationToken);
}
