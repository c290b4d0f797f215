using System.Collections.Concurrent;

namespace Holdfast.Protocol;

/// <summary>Types of search attributes in memory alone: each is of the type that it was first used with.</summary>
public sealed class SearchAttributeTypesByUse : ISearchAttributeTypes
{
    private readonly ConcurrentDictionary<(string Namespace, string Name), SearchAttributeType> types = new();

    /// <inheritdoc/>
    public SearchAttributeType TypeOf(string @namespace, string name) => types.GetValueOrDefault((@namespace, name));

    /// <inheritdoc/>
    public SearchAttributeType Admit(string @namespace, string name, SearchAttributeType given) => types.GetOrAdd((@namespace, name), given);
}
