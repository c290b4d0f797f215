using System.Text;

namespace Holdfast.Protocol;

/// <summary>Says outside the codecs which blobs a payload refers to, so that whoever cannot read the payload still knows what must be kept.</summary>
public static class BlobMarks
{
    /// <summary>Metadata: the hashes of the blobs that the value within the payload names, separated by commas.</summary>
    public const string Metadata = "blob-values";

    private const char Separator = ',';

    /// <summary>Metadata for a payload whose value names blobs.</summary>
    /// <param name="ids">The blobs' hashes; each counts once.</param>
    public static PayloadMetadata Of(IEnumerable<string> ids) =>
        new([KeyValuePair.Create(Metadata, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(string.Join(Separator, ids.Distinct(StringComparer.Ordinal))))]);

    /// <summary>The encoded payload with the marks of the one that it was made of.</summary>
    /// <param name="original">The payload before the codecs.</param>
    /// <param name="encoded">The payload after them.</param>
    public static Payload Keep(Payload original, Payload encoded)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(encoded);
        return original.Metadata.Count > 0 && original.Metadata.TryGet(Metadata, out var marks) && !encoded.Metadata.TryGet(Metadata, out _)
            ? new Payload(encoded.Encoding, encoded.Data, new PayloadMetadata([.. encoded.Metadata, KeyValuePair.Create(Metadata, marks)]))
            : encoded;
    }

    /// <summary>Every blob that a payload refers to: the one that holds its bytes, and those that its value names. What is no hash is left out.</summary>
    public static IReadOnlyList<BlobId> In(Payload payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        if (payload.Metadata.Count == 0)
        {
            return [];
        }

        List<BlobId> found = [];
        if (payload.Metadata.TryGet(ExternalPayload.HashMetadata, out var hash) && BlobId.TryParse(Encoding.UTF8.GetString(hash.Span), out var own))
        {
            found.Add(own);
        }

        if (payload.Metadata.TryGet(Metadata, out var marks))
        {
            foreach (var text in Encoding.UTF8.GetString(marks.Span).Split(Separator))
            {
                if (BlobId.TryParse(text, out var id))
                {
                    found.Add(id);
                }
            }
        }

        return found;
    }
}
