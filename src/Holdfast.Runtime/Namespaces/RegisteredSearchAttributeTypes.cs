using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Types of search attributes: those that are registered with a namespace, and, where it is open, those that runs have used.</summary>
internal sealed class RegisteredSearchAttributeTypes(NamespaceRegistry namespaces) : ISearchAttributeTypes
{
    /// <summary>What runs have used, whatever is allowed now.</summary>
    public SearchAttributeTypesByUse Used { get; } = new();

    /// <inheritdoc/>
    public SearchAttributeType TypeOf(string @namespace, string name) => Registered(@namespace, name) ?? Used.TypeOf(@namespace, name);

    /// <inheritdoc/>
    public SearchAttributeType Admit(string @namespace, string name, SearchAttributeType given) =>
        Registered(@namespace, name) ?? (TakesRegisteredOnly(@namespace) ? SearchAttributeType.Unspecified : Used.Admit(@namespace, name, given));

    /// <inheritdoc/>
    public SearchAttributeType Consider(string @namespace, string name, SearchAttributeType given) =>
        Registered(@namespace, name) ?? (TakesRegisteredOnly(@namespace) ? SearchAttributeType.Unspecified : Used.Consider(@namespace, name, given));

    /// <inheritdoc/>
    public IEnumerable<string> NamesOf(string @namespace) =>
        (namespaces.TryFind(@namespace)?.SearchAttributes.Keys ?? []).Concat(UsedIn(@namespace).Keys);

    /// <summary>Those that runs have used and that are neither registered nor removed.</summary>
    public IReadOnlyDictionary<string, SearchAttributeType> UsedIn(string @namespace) =>
        Used.NamesOf(@namespace).Where(n => Registered(@namespace, n) is null).ToDictionary(n => n, n => Used.TypeOf(@namespace, n), StringComparer.Ordinal);

    private bool TakesRegisteredOnly(string @namespace) => namespaces.TryFind(@namespace) is { RegisteredSearchAttributesOnly: true };

    /// <summary>The type that is registered; Unspecified for a name that was removed; null when nothing is said of the name.</summary>
    private SearchAttributeType? Registered(string @namespace, string name)
    {
        var info = namespaces.TryFind(@namespace);
        return info is null
            ? null
            : info.SearchAttributes.TryGetValue(name, out var type)
                ? type
                : info.RemovedSearchAttributes.Contains(name) ? SearchAttributeType.Unspecified : null;
    }
}
