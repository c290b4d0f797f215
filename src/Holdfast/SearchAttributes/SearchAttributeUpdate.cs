using Holdfast.Protocol;

namespace Holdfast;

/// <summary>A change to one search attribute. Made by <see cref="SearchAttributeKey{T}.Set"/> and <see cref="SearchAttributeKey{T}.Unset"/>.</summary>
public sealed class SearchAttributeUpdate
{
    internal SearchAttributeUpdate(string name, Payload payload)
    {
        Name = name;
        Payload = payload;
    }

    /// <summary>The attribute's name.</summary>
    public string Name { get; }

    /// <summary>The value as it is recorded; a payload without data takes the attribute away.</summary>
    public Payload Payload { get; }

    /// <summary>Changes as a map of payloads; of two changes of one attribute the later wins.</summary>
    internal static PayloadMap MapOf(IEnumerable<SearchAttributeUpdate> updates) => PayloadMap.Of(updates.Select(u => KeyValuePair.Create(u.Name, u.Payload)));
}
