namespace Holdfast.Protocol;

/// <summary>Checks search attributes against the types of their namespace, and writes the types into their payloads.</summary>
public static class SearchAttributeTyping
{
    private const int MostNamesInMessage = 20;

    /// <summary>What is wrong with attributes, or changes to them, under the types of their namespace; null when nothing is. Registers nothing.</summary>
    public static SearchAttributeProblem? Problem(PayloadMap attributes, string @namespace, ISearchAttributeTypes types)
    {
        ArgumentNullException.ThrowIfNull(types);
        return FirstProblem(attributes, @namespace, types, types.Consider);
    }

    /// <summary>As <see cref="Problem"/>, of attributes that are used from now on: those that are new are registered, up to the first with which something is wrong.</summary>
    public static SearchAttributeProblem? Admit(PayloadMap attributes, string @namespace, ISearchAttributeTypes types)
    {
        ArgumentNullException.ThrowIfNull(types);
        return FirstProblem(attributes, @namespace, types, types.Admit);
    }

    /// <summary>The attributes with each payload naming its registered type, as histories show them.</summary>
    public static PayloadMap Typed(PayloadMap attributes, string @namespace, ISearchAttributeTypes types)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        ArgumentNullException.ThrowIfNull(types);
        return attributes.All(a => SearchAttributePayload.TypeOf(a.Value) != SearchAttributeType.Unspecified)
            ? attributes
            : PayloadMap.Of(attributes.Select(a => KeyValuePair.Create(a.Key, Typed(a.Value, TypeOf(@namespace, a.Key, a.Value, types)))));
    }

    /// <summary>Names the attributes that a namespace has, for whoever named another.</summary>
    public static string Known(string @namespace, ISearchAttributeTypes types)
    {
        ArgumentNullException.ThrowIfNull(types);
        var names = types.NamesOf(@namespace).Order(StringComparer.Ordinal).ToList();
        return names.Count == 0
            ? "It has none."
            : $"It has {string.Join(", ", names.Take(MostNamesInMessage))}{(names.Count > MostNamesInMessage ? $" and {names.Count - MostNamesInMessage} more" : string.Empty)}.";
    }

    private static SearchAttributeProblem? FirstProblem(PayloadMap attributes, string @namespace, ISearchAttributeTypes types, Func<string, string, SearchAttributeType, SearchAttributeType> typeOf)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        foreach (var (name, payload) in attributes)
        {
            if (SystemSearchAttributes.TypeOf(name) == SearchAttributeType.Unspecified && !SearchAttributePayload.IsUnset(payload) && OfOne(@namespace, name, payload, types, typeOf) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static SearchAttributeType TypeOf(string @namespace, string name, Payload payload, ISearchAttributeTypes types) =>
        SystemSearchAttributes.TypeOf(name) is var system && system != SearchAttributeType.Unspecified ? system
        : SearchAttributePayload.IsUnset(payload) ? types.TypeOf(@namespace, name)
        : types.Consider(@namespace, name, SearchAttributePayload.Infer(payload));

    private static Payload Typed(Payload payload, SearchAttributeType type) =>
        type == SearchAttributeType.Unspecified ? payload : SearchAttributePayload.WithType(payload, type);

    private static SearchAttributeProblem? OfOne(
        string @namespace,
        string name,
        Payload payload,
        ISearchAttributeTypes types,
        Func<string, string, SearchAttributeType, SearchAttributeType> typeOf)
    {
        var registered = typeOf(@namespace, name, SearchAttributePayload.Infer(payload));
        if (registered == SearchAttributeType.Unspecified)
        {
            return new(ErrorCodes.SearchAttributeUnknown, $"The namespace '{@namespace}' has no search attribute '{name}'. {Known(@namespace, types)} Add it: holdfast search-attribute add {name} Keyword, or client.Namespaces.AddSearchAttributesAsync.");
        }

        var named = SearchAttributePayload.TypeOf(payload);
        return (named == SearchAttributeType.Unspecified || named == registered) && SearchAttributePayload.TryDecode(payload, registered, out _)
            ? null
            : new(ErrorCodes.SearchAttributeTypeConflict, $"The search attribute '{name}' is registered as {registered}, but {payload} is given{(named == SearchAttributeType.Unspecified ? string.Empty : $" as {named}")}.");
    }
}
