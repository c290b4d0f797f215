using System.Text.Json;

namespace Holdfast.Control.Verbs;

/// <summary>Counts runs, by groups when the filter asks for them.</summary>
internal sealed class CountVerb : IControlVerb
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        var counted = await context.Client.CountWorkflowsAsync(context.Request.Filter ?? string.Empty, cancellationToken);
        CountJson.Write(context, writer, counted.Count, counted.Groups);
    }
}
