using System.Text.Json;

namespace Holdfast.Control.Verbs;

/// <summary>Closes an activity that a client started by force.</summary>
internal sealed class TerminateActivityVerb : IControlVerb
{
    /// <inheritdoc/>
    public Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken) =>
        context.Activity().TerminateAsync(context.Request.Reason ?? string.Empty, cancellationToken);
}
