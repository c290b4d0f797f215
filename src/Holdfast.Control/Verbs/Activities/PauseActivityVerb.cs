using System.Text.Json;

namespace Holdfast.Control.Verbs;

/// <summary>Pauses an activity that a client started.</summary>
internal sealed class PauseActivityVerb : IControlVerb
{
    /// <inheritdoc/>
    public Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken) =>
        context.Activity().PauseAsync(context.Request.Reason ?? string.Empty, cancellationToken);
}
