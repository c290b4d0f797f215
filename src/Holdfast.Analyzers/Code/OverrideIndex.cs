using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Code;

/// <summary>Which members of the compilation override or implement a member of the compilation. Made when it is first asked.</summary>
internal sealed class OverrideIndex(Compilation compilation)
{
    private Dictionary<ISymbol, List<IMethodSymbol>>? _overrides;

    public IReadOnlyList<IMethodSymbol> Of(IMethodSymbol method, CancellationToken cancellationToken)
    {
        _overrides ??= Build(cancellationToken);
        return _overrides.TryGetValue(method, out var found) ? found : [];
    }

    private Dictionary<ISymbol, List<IMethodSymbol>> Build(CancellationToken cancellationToken)
    {
        var index = new Dictionary<ISymbol, List<IMethodSymbol>>(SymbolEqualityComparer.Default);
        foreach (var type in TypesIn(compilation.Assembly.GlobalNamespace))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (type.TypeKind is TypeKind.Class or TypeKind.Struct)
            {
                AddOverrides(type, index);
                AddImplementations(type, index);
            }
        }

        return index;
    }

    private static void AddOverrides(INamedTypeSymbol type, Dictionary<ISymbol, List<IMethodSymbol>> index)
    {
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
            {
                Add(index, overridden.OriginalDefinition, method);
            }
        }
    }

    private static void AddImplementations(INamedTypeSymbol type, Dictionary<ISymbol, List<IMethodSymbol>> index)
    {
        foreach (var member in type.AllInterfaces.Where(i => !i.DeclaringSyntaxReferences.IsEmpty).SelectMany(i => i.GetMembers().OfType<IMethodSymbol>()))
        {
            if (type.FindImplementationForInterfaceMember(member) is IMethodSymbol implementation)
            {
                Add(index, member.OriginalDefinition, implementation);
            }
        }
    }

    private static void Add(Dictionary<ISymbol, List<IMethodSymbol>> index, ISymbol member, IMethodSymbol implementation)
    {
        if (!index.TryGetValue(member, out var implementations))
        {
            index.Add(member, implementations = []);
        }

        implementations.Add(implementation.OriginalDefinition);
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            if (member is INamespaceOrTypeSymbol nested)
            {
                foreach (var inner in TypesIn(nested))
                {
                    yield return inner;
                }
            }
        }
    }
}
