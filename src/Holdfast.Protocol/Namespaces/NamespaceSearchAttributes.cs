namespace Holdfast.Protocol;

/// <summary>The search attributes of a namespace, by name.</summary>
/// <param name="System">Those that every namespace has.</param>
/// <param name="Registered">Those that were registered.</param>
/// <param name="Used">Those that are registered by their use: each is of the type that a run first used it with.</param>
public sealed record NamespaceSearchAttributes(
    IReadOnlyDictionary<string, SearchAttributeType> System,
    IReadOnlyDictionary<string, SearchAttributeType> Registered,
    IReadOnlyDictionary<string, SearchAttributeType> Used);
