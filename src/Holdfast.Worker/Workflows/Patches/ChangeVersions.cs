using System.Buffers;
using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>The search attribute that lists a run's patches.</summary>
internal static class ChangeVersions
{
    public const string AttributeName = "TemporalChangeVersion";

    /// <summary>At this many bytes of JSON and above the attribute is no longer kept up to date.</summary>
    public const int MaximumBytes = 2_048;

    private static readonly PayloadMetadata KeywordList = new([new("type", "KeywordList"u8.ToArray())]);

    /// <summary>The attribute; null when it would be too long.</summary>
    public static PayloadMap? TryMake(IReadOnlyCollection<string> patchIds)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartArray();
            foreach (var patchId in patchIds)
            {
                writer.WriteStringValue(patchId);
            }

            writer.WriteEndArray();
        }

        return bytes.WrittenCount < MaximumBytes
            ? PayloadMap.Of([new(AttributeName, new Payload(Payload.JsonEncoding, bytes.WrittenMemory, KeywordList))])
            : null;
    }

    /// <summary>True for the event that follows a patch's marker.</summary>
    public static bool IsUpsert(HistoryEvent recorded) => recorded.Attributes is UpsertWorkflowSearchAttributes upsert && upsert.SearchAttributes.ContainsKey(AttributeName);
}
