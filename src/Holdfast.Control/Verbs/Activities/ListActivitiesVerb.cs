using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Control.Verbs;

/// <summary>Lists activities that clients started, newest start first unless the filter says otherwise.</summary>
internal sealed class ListActivitiesVerb : IControlVerb
{
    private const int DefaultLimit = 100;
    private const int MaximumLimit = 10_000;

    /// <inheritdoc/>
    public async Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        var limit = context.Request.Limit ?? DefaultLimit;
        if (limit is < 1 or > MaximumLimit)
        {
            throw new HoldfastException(ErrorCodes.InvalidArgument, $"The limit is {limit}; it must be 1 to {MaximumLimit}.");
        }

        writer.WriteStartArray("activities");
        await foreach (var info in context.Client.ListActivitiesAsync(context.Request.Filter ?? string.Empty, cancellationToken))
        {
            writer.WriteStartObject();
            ActivityJson.WriteInfo(writer, info);
            writer.WriteEndObject();
            if (--limit == 0)
            {
                break;
            }
        }

        writer.WriteEndArray();
    }
}
