using System.Text.Json;

namespace Holdfast.Control.Verbs;

/// <summary>Deletes a run of an activity that a client started.</summary>
internal sealed class DeleteActivityVerb : IControlVerb
{
    /// <inheritdoc/>
    public Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken) =>
        context.Activity().DeleteAsync(cancellationToken);
}
