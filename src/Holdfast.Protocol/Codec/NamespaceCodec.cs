using System.Text.Json;

namespace Holdfast.Protocol.Codec;

/// <summary>Namespaces as they are stored: JSON, to which properties are added and of which none is renamed.</summary>
public static class NamespaceCodec
{
    /// <summary>A namespace as bytes.</summary>
    public static byte[] Write(NamespaceInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        return JsonSerializer.SerializeToUtf8Bytes(info, NamespaceJson.Default.NamespaceInfo);
    }

    /// <summary>A namespace that <see cref="Write"/> wrote.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.CorruptData"/>.</exception>
    public static NamespaceInfo Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Complete(JsonSerializer.Deserialize(bytes, NamespaceJson.Default.NamespaceInfo) ?? throw Corrupt(null));
        }
        catch (JsonException exception)
        {
            throw Corrupt(exception);
        }
    }

    /// <summary>Documents of older versions lack properties that were added since, and JSON gives null for them.</summary>
    private static NamespaceInfo Complete(NamespaceInfo read)
    {
        NamespaceInfo unset = new() { Name = read.Name };
        return read with
        {
            State = read.State == NamespaceState.Unspecified ? unset.State : read.State,
            Description = read.Description ?? unset.Description,
            OwnerEmail = read.OwnerEmail ?? unset.OwnerEmail,
            Data = read.Data ?? unset.Data,
            SearchAttributes = read.SearchAttributes ?? unset.SearchAttributes,
            RemovedSearchAttributes = read.RemovedSearchAttributes ?? unset.RemovedSearchAttributes,
            Rules = read.Rules ?? unset.Rules,
        };
    }

    private static HoldfastException Corrupt(JsonException? inner) => new(ErrorCodes.CorruptData, "What is stored of a namespace cannot be read. Restore the settled store from a backup.", inner);
}
