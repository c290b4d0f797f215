using System.Text.Json;

namespace Holdfast.Control.Verbs;

/// <summary>Lets a paused run go on.</summary>
internal sealed class UnpauseVerb : IControlVerb
{
    /// <inheritdoc/>
    public Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken) =>
        context.Handle().UnpauseAsync(context.Request.Reason ?? string.Empty, cancellationToken);
}
