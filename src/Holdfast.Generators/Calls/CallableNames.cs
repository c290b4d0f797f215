using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Generators.Calls;

/// <summary>
/// Names of methods that may be workflows, handlers or activities, so that only calls of such names are bound. Binding every call of a project at each
/// keystroke would be slow; the names of a syntax tree or a referenced assembly are found once.
/// </summary>
internal static class CallableNames
{
    private static readonly ConditionalWeakTable<Compilation, HashSet<string>> ByCompilation = new();
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> ByTree = new();
    private static readonly ConditionalWeakTable<IAssemblySymbol, HashSet<string>> ByAssembly = new();

    public static HashSet<string> Of(Compilation compilation, CancellationToken cancellationToken)
    {
        if (ByCompilation.TryGetValue(compilation, out var known))
        {
            return known;
        }

        var names = new HashSet<string>(StringComparer.Ordinal) { HoldfastNames.RunMethod };
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            names.UnionWith(ByTree.GetValue(tree, OfTree));
        }

        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols.Where(UsesHoldfast))
        {
            cancellationToken.ThrowIfCancellationRequested();
            names.UnionWith(ByAssembly.GetValue(assembly, OfAssembly));
        }

        return ByCompilation.GetValue(compilation, _ => names);
    }

    /// <summary>Every method with any attribute: which attributes they are is decided when a call is bound.</summary>
    private static HashSet<string> OfTree(SyntaxTree tree) =>
        new(
            tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Where(m => m.AttributeLists.Count > 0).Select(m => m.Identifier.ValueText),
            StringComparer.Ordinal);

    private static bool UsesHoldfast(IAssemblySymbol assembly) =>
        assembly.Modules.Any(m => m.ReferencedAssemblies.Any(r => string.Equals(r.Name, HoldfastNames.Assembly, StringComparison.Ordinal)));

    private static HashSet<string> OfAssembly(IAssemblySymbol assembly) =>
        new(TypesIn(assembly.GlobalNamespace).SelectMany(t => t.GetMembers().OfType<IMethodSymbol>()).Where(IsMarked).Select(m => m.Name), StringComparer.Ordinal);

    private static bool IsMarked(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Ordinary
        && (MethodRole.OfMarked(method) is not null || HoldfastNames.Find(method, HoldfastNames.WorkflowAttribute) is not null);

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (var nested in TypesIn(member))
            {
                yield return nested;
            }
        }
    }
}
