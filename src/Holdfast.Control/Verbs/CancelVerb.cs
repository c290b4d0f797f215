using System.Text.Json;

namespace Holdfast.Control.Verbs;

/// <summary>Requests cancellation.</summary>
internal sealed class CancelVerb : IControlVerb
{
    /// <inheritdoc/>
    public Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken) =>
        context.Handle().CancelAsync(context.Request.Reason ?? string.Empty, cancellationToken);
}
