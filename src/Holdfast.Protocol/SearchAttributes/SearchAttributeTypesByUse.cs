using System.Collections.Concurrent;

namespace Holdfast.Protocol;

/// <summary>Types of search attributes in memory alone: each is of the type that it was first used with.</summary>
public sealed class SearchAttributeTypesByUse : ISearchAttributeTypes
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, SearchAttributeType>> _types = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public SearchAttributeType TypeOf(string @namespace, string name) =>
        _types.TryGetValue(@namespace, out var known) ? known.GetValueOrDefault(name) : SearchAttributeType.Unspecified;

    /// <inheritdoc/>
    public SearchAttributeType Admit(string @namespace, string name, SearchAttributeType given) =>
        given == SearchAttributeType.Unspecified ? TypeOf(@namespace, name) : _types.GetOrAdd(@namespace, static _ => new(StringComparer.Ordinal)).GetOrAdd(name, given);

    /// <inheritdoc/>
    public SearchAttributeType Consider(string @namespace, string name, SearchAttributeType given) =>
        TypeOf(@namespace, name) is var known && known != SearchAttributeType.Unspecified ? known : given;

    /// <inheritdoc/>
    public IEnumerable<string> NamesOf(string @namespace) => _types.TryGetValue(@namespace, out var known) ? known.Keys : [];

    /// <summary>Forgets the attributes of a namespace.</summary>
    public void Forget(string @namespace) => _types.TryRemove(@namespace, out _);
}
