namespace Holdfast.Protocol;

/// <summary>The types of search attributes, by namespace. Threading: safe from any thread.</summary>
public interface ISearchAttributeTypes
{
    /// <summary>The type of an attribute; Unspecified when the namespace has none of that name.</summary>
    SearchAttributeType TypeOf(string @namespace, string name);

    /// <summary>The type of an attribute that is about to be used: one that is new is registered with the type given, unless only registered ones are allowed.</summary>
    /// <returns>The registered type; Unspecified when the attribute is not registered and must be.</returns>
    SearchAttributeType Admit(string @namespace, string name, SearchAttributeType given);

    /// <summary>As <see cref="Admit"/>, for an attribute that may come to be used: nothing is registered.</summary>
    SearchAttributeType Consider(string @namespace, string name, SearchAttributeType given);

    /// <summary>The attributes that a namespace has by now, without those of the system, in no particular order.</summary>
    IEnumerable<string> NamesOf(string @namespace);
}
