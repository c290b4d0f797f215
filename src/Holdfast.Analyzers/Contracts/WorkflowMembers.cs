using Holdfast.Generators;
using Holdfast.Generators.Definitions;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Contracts;

/// <summary>The methods of a workflow class that are called by name, inherited ones included.</summary>
internal static class WorkflowMembers
{
    public static IMethodSymbol? RunMethod(INamedTypeSymbol workflow) =>
        TypeHierarchy.Of(workflow)
            .SelectMany(t => t.GetMembers(HoldfastNames.RunMethod).OfType<IMethodSymbol>())
            .FirstOrDefault(m => !m.IsStatic && m.DeclaredAccessibility == Accessibility.Public);

    public static IEnumerable<(MethodRole Role, IMethodSymbol Method)> Handlers(INamedTypeSymbol workflow)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var method in TypeHierarchy.Of(workflow).SelectMany(t => t.GetMembers().OfType<IMethodSymbol>()))
        {
            if (MethodRole.OfMarked(method) is { IsDynamic: false, Kind: CallKind.Signal or CallKind.Query or CallKind.Update } role && seen.Add($"{role.Kind} {role.Name}"))
            {
                yield return (role, method);
            }
        }
    }
}
