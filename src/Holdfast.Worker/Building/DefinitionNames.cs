using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Indexes definitions by name and refuses names that occur twice.</summary>
internal static class DefinitionNames
{
    public static Dictionary<string, T> Index<T>(string kind, IEnumerable<T> definitions, Func<T, string> nameOf, Func<T, Type> typeOf)
        where T : class
    {
        var byName = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            var name = nameOf(definition);
            if (!byName.TryAdd(name, definition) && !ReferenceEquals(byName[name], definition))
            {
                throw new HoldfastException(ErrorCodes.DuplicateName, $"Two {kind} are named '{name}', in {typeOf(byName[name])} and in {typeOf(definition)}. Give one another name with the attribute's Name property.");
            }
        }

        return byName;
    }

    /// <summary>The one catch-all definition; null when there is none.</summary>
    public static T? OnlyDynamic<T>(string kind, IEnumerable<T> definitions, Func<T, Type> typeOf)
        where T : class
    {
        var found = definitions.Distinct().ToList();
        return found.Count <= 1
            ? found.FirstOrDefault()
            : throw new HoldfastException(ErrorCodes.DuplicateName, $"Two {kind} take every name that no other has, in {typeOf(found[0])} and in {typeOf(found[1])}. A worker has one at most.");
    }
}
