using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Holdfast.Analyzers.Code;

namespace Holdfast.Analyzers.Rules;

/// <summary>What an operation changes.</summary>
internal static class Mutation
{
    private static readonly string[] Prefixes = ["Add", "TryAdd", "Remove", "TryRemove", "Clear", "Insert", "Append", "Enqueue", "Dequeue", "TryDequeue", "Push", "Pop", "TryPop", "GetOrAdd", "TryUpdate", "TryTake", "Sort", "Reverse", "Fill", "Set", "UnionWith", "ExceptWith", "IntersectWith", "SymmetricExceptWith"];

    /// <summary>The place that is assigned, or the collection that a call changes; null when nothing is.</summary>
    public static IOperation? TargetOf(IOperation operation) => operation switch
    {
        IAssignmentOperation assignment => assignment.Target,
        IIncrementOrDecrementOperation change => change.Target,
        IInvocationOperation { Instance: { } instance } call when IsMutator(call.TargetMethod) => instance,
        _ => null,
    };

    /// <summary>The first of a chain such as this.A.B[1].C.</summary>
    public static IOperation OriginOf(IOperation operation)
    {
        var current = operation.Unwrap();
        while (Inner(current) is { } inner)
        {
            current = inner.Unwrap();
        }

        return current;
    }

    /// <summary>What the operation is a part of; null at the beginning of a chain.</summary>
    public static IOperation? Inner(IOperation operation) => operation switch
    {
        IMemberReferenceOperation { Instance: { } instance } => instance,
        IArrayElementReferenceOperation element => element.ArrayReference,
        _ => null,
    };

    private static bool IsMutator(IMethodSymbol method) =>
        IsCollection(method.ContainingType) && Prefixes.Any(p => method.Name.StartsWith(p, StringComparison.Ordinal));

    private static bool IsCollection(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        if (space is { Name: "Text" })
        {
            return string.Equals(type.Name, "StringBuilder", StringComparison.Ordinal);
        }

        return space is { Name: "Collections" } or { Name: "Generic" or "Concurrent" or "ObjectModel", ContainingNamespace.Name: "Collections" };
    }
}
