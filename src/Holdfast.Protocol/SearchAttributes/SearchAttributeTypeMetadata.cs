using System.Text;

namespace Holdfast.Protocol;

/// <summary>The metadata entry that names a search attribute's type.</summary>
internal static class SearchAttributeTypeMetadata
{
    private static readonly SearchAttributeType[] Types = Enum.GetValues<SearchAttributeType>();

    private static readonly byte[][] Names = [.. Types.Select(t => Encoding.UTF8.GetBytes(t.ToString()))];

    private static readonly PayloadMetadata[] ByType = [.. Types.Select(t => With(PayloadMetadata.Empty, t))];

    public static PayloadMetadata Of(SearchAttributeType type) => ByType[Array.IndexOf(Types, type)];

    public static PayloadMetadata With(PayloadMetadata metadata, SearchAttributeType type)
    {
        var others = metadata.Where(e => e.Key != SearchAttributePayload.TypeMetadata);
        return type == SearchAttributeType.Unspecified
            ? new PayloadMetadata(others)
            : new PayloadMetadata([.. others, new(SearchAttributePayload.TypeMetadata, Names[Array.IndexOf(Types, type)])]);
    }

    public static SearchAttributeType Read(PayloadMetadata metadata)
    {
        for (var i = 0; i < metadata.Count; i++)
        {
            if (metadata[i].Key == SearchAttributePayload.TypeMetadata)
            {
                return Named(metadata[i].Value.Span);
            }
        }

        return SearchAttributeType.Unspecified;
    }

    private static SearchAttributeType Named(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < Names.Length; i++)
        {
            if (name.SequenceEqual(Names[i]))
            {
                return Types[i];
            }
        }

        return SearchAttributeType.Unspecified;
    }
}
