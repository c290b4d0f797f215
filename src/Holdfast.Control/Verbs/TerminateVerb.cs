using System.Text.Json;

namespace Holdfast.Control.Verbs;

/// <summary>Ends a run by force.</summary>
internal sealed class TerminateVerb : IControlVerb
{
    /// <inheritdoc/>
    public Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken) =>
        context.Handle().TerminateAsync(context.Request.Reason ?? string.Empty, cancellationToken: cancellationToken);
}
