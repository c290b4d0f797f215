using Holdfast.Protocol;

namespace Holdfast;

/// <summary>A change to one entry of a run's memo.</summary>
public sealed class MemoUpdate
{
    private readonly Func<IDataConverter, Payload> _toPayload;

    private MemoUpdate(string name, Func<IDataConverter, Payload> toPayload)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        _toPayload = toPayload;
    }

    /// <summary>The entry's name.</summary>
    public string Name { get; }

    /// <summary>Gives an entry a value. A value that is written as null or as an empty list takes the entry away.</summary>
    public static MemoUpdate Set<T>(string name, T value) => new(name, converter => converter.ToPayload(value));

    /// <summary>Takes an entry away.</summary>
    public static MemoUpdate Unset(string name) => new(name, _ => Payload.Null);

    /// <summary>Changes as a map of payloads; of two changes of one entry the later wins.</summary>
    public static PayloadMap ToPayloads(IEnumerable<MemoUpdate> updates, IDataConverter converter)
    {
        ArgumentNullException.ThrowIfNull(updates);
        ArgumentNullException.ThrowIfNull(converter);
        return PayloadMap.Of(updates.Select(u => KeyValuePair.Create(u.Name, u._toPayload(converter))));
    }
}
