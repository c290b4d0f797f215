using Holdfast.Generators.Sources;
using Microsoft.CodeAnalysis;

namespace Holdfast.Generators.Definitions;

/// <summary>What a method returns.</summary>
/// <param name="Kind">How it is awaited.</param>
/// <param name="Type">The return type.</param>
/// <param name="Result">The type of the result; null when there is none.</param>
internal sealed record ReturnModel(ReturnKind Kind, string Type, string? Result)
{
    public bool IsAwaited => Kind is not (ReturnKind.Void or ReturnKind.Value);

    public static ReturnModel Of(IMethodSymbol method) =>
        new(KindOf(method), TypeText.OfSignature(method.ReturnType), ResultOf(method) is { } result ? TypeText.OfSignature(result) : null);

    public static ReturnKind KindOf(IMethodSymbol method) => method.ReturnsVoid ? ReturnKind.Void : KindOf(method.ReturnType);

    public static ITypeSymbol? ResultOf(IMethodSymbol method) => KindOf(method) switch
    {
        ReturnKind.Value => method.ReturnType,
        ReturnKind.TaskOfResult or ReturnKind.ValueTaskOfResult => ((INamedTypeSymbol)method.ReturnType).TypeArguments[0],
        _ => null,
    };

    private static ReturnKind KindOf(ITypeSymbol type) => (type.Name, (type as INamedTypeSymbol)?.Arity) switch
    {
        _ when !IsInTasksNamespace(type) => ReturnKind.Value,
        ("Task", 0) => ReturnKind.Task,
        ("Task", 1) => ReturnKind.TaskOfResult,
        ("ValueTask", 0) => ReturnKind.ValueTask,
        ("ValueTask", 1) => ReturnKind.ValueTaskOfResult,
        _ => ReturnKind.Value,
    };

    private static bool IsInTasksNamespace(ITypeSymbol type) =>
        type.ContainingType is null
        && type.ContainingNamespace is
        {
            Name: "Tasks",
            ContainingNamespace: { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } },
        };
}
