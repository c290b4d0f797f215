using System.Collections.Concurrent;
using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;

namespace Holdfast.Definitions;

/// <summary>What generated code registered, by assembly. Each assembly registers itself once, in a module initialiser.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DefinitionCatalog
{
    private static readonly ConcurrentDictionary<Assembly, AssemblyDefinitions> ByAssembly = new();

    /// <summary>Called by generated code.</summary>
    public static void Register(Assembly assembly, AssemblyDefinitions definitions) => ByAssembly[assembly] = definitions;

    /// <summary>The definitions of an assembly; empty when its code has none, or was built without the generator.</summary>
    public static AssemblyDefinitions Of(Assembly assembly)
    {
        foreach (var module in assembly.GetModules())
        {
            RuntimeHelpers.RunModuleConstructor(module.ModuleHandle);
        }

        return ByAssembly.TryGetValue(assembly, out var definitions) ? definitions : AssemblyDefinitions.Empty;
    }

    /// <summary>JSON metadata of every assembly registered so far.</summary>
    public static IReadOnlyList<IJsonTypeInfoResolver> JsonResolvers => [.. ByAssembly.Values.Select(d => d.Json).OfType<IJsonTypeInfoResolver>()];
}
