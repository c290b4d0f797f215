using Holdfast.Protocol;

namespace Holdfast.Storage;

/// <summary>A search attribute of a namespace.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Name">The attribute's name.</param>
/// <param name="Type">Its type.</param>
public sealed record RegisteredSearchAttribute(string Namespace, string Name, SearchAttributeType Type);
