using System.Text.Json;

namespace Holdfast.Control.Verbs;

/// <summary>Describes an activity that a client started.</summary>
internal sealed class DescribeActivityVerb : IControlVerb
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken) =>
        ActivityJson.WriteDescription(writer, await context.Activity().DescribeAsync(cancellationToken));
}
