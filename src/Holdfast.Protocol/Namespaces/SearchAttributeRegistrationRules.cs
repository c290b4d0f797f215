using System.Collections.Frozen;
using System.Globalization;

namespace Holdfast.Protocol;

/// <summary>What registered search attributes must satisfy. Limits of types are those of Temporal's cloud.</summary>
public static class SearchAttributeRegistrationRules
{
    /// <summary>Most names that a namespace remembers as removed: 1,000.</summary>
    public const int MaximumRemoved = 1_000;

    /// <summary>Most registered attributes of each type in a namespace.</summary>
    public static readonly FrozenDictionary<SearchAttributeType, int> MaximumOfType = new Dictionary<SearchAttributeType, int>
    {
        [SearchAttributeType.Bool] = 20,
        [SearchAttributeType.Datetime] = 20,
        [SearchAttributeType.Double] = 20,
        [SearchAttributeType.Int] = 20,
        [SearchAttributeType.Keyword] = 40,
        [SearchAttributeType.KeywordList] = 5,
        [SearchAttributeType.Text] = 5,
    }.ToFrozenDictionary();

    /// <summary>A namespace with more registered attributes.</summary>
    /// <param name="info">The namespace.</param>
    /// <param name="attributes">Names and types; one that is registered with the type given stays.</param>
    /// <param name="usedTypeOf">The type that runs use a name with; Unspecified for none.</param>
    /// <exception cref="HoldfastException">HF1040, HF1041 or HF1042; nothing is registered then.</exception>
    public static NamespaceInfo Add(NamespaceInfo info, IReadOnlyDictionary<string, SearchAttributeType> attributes, Func<string, SearchAttributeType> usedTypeOf)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(attributes);
        ArgumentNullException.ThrowIfNull(usedTypeOf);
        Dictionary<string, SearchAttributeType> registered = new(info.SearchAttributes, StringComparer.Ordinal);
        foreach (var (name, type) in attributes)
        {
            CheckName(name, type);
            var known = registered.TryGetValue(name, out var before) ? before : info.RemovedSearchAttributes.Contains(name) ? SearchAttributeType.Unspecified : usedTypeOf(name);
            if (known != SearchAttributeType.Unspecified && known != type)
            {
                throw new HoldfastException(ErrorCodes.SearchAttributeTypeConflict, $"The search attribute '{name}' of namespace '{info.Name}' is of type {known} and cannot be registered as {type}. Remove it first.");
            }

            registered[name] = type;
        }

        CheckCounts(info.Name, registered);
        return info with { SearchAttributes = registered, RemovedSearchAttributes = [.. info.RemovedSearchAttributes.Where(n => !attributes.ContainsKey(n))] };
    }

    /// <summary>A namespace without some attributes, registered or in use.</summary>
    /// <exception cref="HoldfastException">HF1041 or HF1043; nothing is removed then.</exception>
    public static NamespaceInfo Remove(NamespaceInfo info, IReadOnlyList<string> names, Func<string, SearchAttributeType> typeOf)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(typeOf);
        if (names.FirstOrDefault(n => SystemSearchAttributes.IsReserved(n) || typeOf(n) == SearchAttributeType.Unspecified) is { } unknown)
        {
            throw new HoldfastException(ErrorCodes.SearchAttributeUnknown, $"The namespace '{info.Name}' has no search attribute '{unknown}' that could be removed.");
        }

        List<string> removed = [.. info.RemovedSearchAttributes.Union(names, StringComparer.Ordinal)];
        return removed.Count > MaximumRemoved
            ? throw new HoldfastException(ErrorCodes.SearchAttributeLimitExceeded, string.Create(CultureInfo.InvariantCulture, $"The namespace '{info.Name}' would remember {removed.Count} removed search attributes; the most is {MaximumRemoved}."))
            : info with { SearchAttributes = info.SearchAttributes.Where(a => !names.Contains(a.Key)).ToDictionary(StringComparer.Ordinal), RemovedSearchAttributes = removed };
    }

    private static void CheckName(string name, SearchAttributeType type)
    {
        if (SearchAttributeRules.OfName(name) is { } problem)
        {
            throw problem.ToException();
        }

        if (!MaximumOfType.ContainsKey(type))
        {
            throw new HoldfastException(ErrorCodes.SearchAttributeInvalid, $"The search attribute '{name}' is to have the type {type}; use one of {string.Join(", ", MaximumOfType.Keys.Order())}.");
        }
    }

    private static void CheckCounts(string @namespace, Dictionary<string, SearchAttributeType> registered)
    {
        foreach (var group in registered.Values.GroupBy(t => t))
        {
            if (group.Count() > MaximumOfType[group.Key])
            {
                throw new HoldfastException(ErrorCodes.SearchAttributeLimitExceeded, string.Create(CultureInfo.InvariantCulture, $"The namespace '{@namespace}' would have {group.Count()} search attributes of type {group.Key}; the most is {MaximumOfType[group.Key]}. Remove one that is no longer used."));
            }
        }
    }
}
