using System.Text.Json;

namespace Holdfast.Control.Verbs;

/// <summary>Sends a signal.</summary>
internal sealed class SignalVerb : IControlVerb
{
    /// <inheritdoc/>
    public Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken) =>
        context.Handle().SignalAsync(context.Required(context.Request.Name, "the signal's name"), context.Arguments(), cancellationToken: cancellationToken);
}
