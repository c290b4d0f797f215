using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast;

/// <summary>An argument whose declared type the caller does not know: serialised as what it is at run time.</summary>
internal sealed class UntypedArgument(object? value) : CallArgument
{
    public static IReadOnlyList<CallArgument> ListOf(IReadOnlyList<object?> values) => [.. values.Select(v => new UntypedArgument(v))];

    public static PayloadMap MapOf(IReadOnlyDictionary<string, object?> values, IDataConverter converter) =>
        PayloadMap.Of(values.Select(v => KeyValuePair.Create(v.Key, new UntypedArgument(v.Value).ToPayload(converter))));

    /// <inheritdoc/>
    public override object? Value => value;

    /// <inheritdoc/>
    public override Payload ToPayload(IDataConverter converter) => value switch
    {
        Payload payload => converter is CodecDataConverter codecs ? codecs.Encode(payload) : payload,
        byte[] bytes => converter.ToPayload(bytes),
        _ => converter.ToPayload(value),
    };
}
