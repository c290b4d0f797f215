using System.Text.Json;

namespace Holdfast.Control.Verbs;

/// <summary>Counts activities that clients started, by groups when the filter asks for them.</summary>
internal sealed class CountActivitiesVerb : IControlVerb
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        var counted = await context.Client.CountActivitiesAsync(context.Request.Filter ?? string.Empty, cancellationToken);
        CountJson.Write(context, writer, counted.Count, counted.Groups);
    }
}
