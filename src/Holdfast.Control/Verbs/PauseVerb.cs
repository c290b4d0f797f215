using System.Text.Json;

namespace Holdfast.Control.Verbs;

/// <summary>Pauses a run.</summary>
internal sealed class PauseVerb : IControlVerb
{
    /// <inheritdoc/>
    public Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken) =>
        context.Handle().PauseAsync(context.Request.Reason ?? string.Empty, cancellationToken);
}
