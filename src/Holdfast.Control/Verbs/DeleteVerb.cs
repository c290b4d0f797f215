using System.Text.Json;

namespace Holdfast.Control.Verbs;

/// <summary>Deletes a run.</summary>
internal sealed class DeleteVerb : IControlVerb
{
    /// <inheritdoc/>
    public Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken) => context.Handle().DeleteAsync(cancellationToken);
}
