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
}
