using System.Collections.Immutable;
using Holdfast.Generators.Definitions;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Contracts;

/// <summary>Finds the types that arguments and results are made of, but for those of the platform and of libraries, which have promises of their own.</summary>
internal static class PayloadTypes
{
    /// <summary>Types of one workflow at most, so that a type that contains ever larger types of itself comes to an end.</summary>
    private const int MaximumTypes = 1000;

    private static readonly string[] Libraries = ["System", "Microsoft", "Holdfast", "mscorlib", "netstandard"];

    public static IReadOnlyCollection<INamedTypeSymbol> Of(IAssemblySymbol within, IEnumerable<IMethodSymbol> methods)
    {
        var found = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var pending = new Queue<ITypeSymbol>(methods.SelectMany(InSignature));
        while (pending.Count > 0 && found.Count < MaximumTypes)
        {
            var type = pending.Dequeue();
            foreach (var part in PartsOf(type))
            {
                pending.Enqueue(part);
            }

            if (type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Enum or TypeKind.Interface } named && IsOwn(named, within) && found.Add(named))
            {
                foreach (var member in PayloadTypeWriter.TypesIn(named))
                {
                    pending.Enqueue(member);
                }
            }
        }

        return found;
    }

    private static IEnumerable<ITypeSymbol> InSignature(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters.Where(p => !MethodModel.IsCancellationToken(p.Type)))
        {
            yield return parameter.Type;
        }

        if (ReturnModel.ResultOf(method) is { } result)
        {
            yield return result;
        }
    }

    private static ImmutableArray<ITypeSymbol> PartsOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => [array.ElementType],
        INamedTypeSymbol named => named.TypeArguments,
        _ => [],
    };

    private static bool IsOwn(INamedTypeSymbol type, IAssemblySymbol within) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, within) || (type.ContainingAssembly?.Name is { } name && !Libraries.Any(l => IsOf(name, l)));

    private static bool IsOf(string assembly, string library) =>
        assembly.StartsWith(library, StringComparison.Ordinal) && (assembly.Length == library.Length || assembly[library.Length] == '.');
}
