using Holdfast.Generators.Sources;
using Microsoft.CodeAnalysis;

namespace Holdfast.Generators.Definitions;

/// <summary>A method that generated code calls.</summary>
/// <param name="DeclaringType">The type that declares it, as a signature writes it.</param>
/// <param name="Name">Its name, escaped.</param>
/// <param name="IsStatic">True when it needs no instance.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Return">What it returns.</param>
internal sealed record MethodModel(string DeclaringType, string Name, bool IsStatic, EquatableArray<ParameterModel> Parameters, ReturnModel Return)
{
    /// <summary>True when it takes the name of what is called, and the arguments unread.</summary>
    public bool IsDynamic { get; init; }

    public static MethodModel Of(IMethodSymbol method) => new(
        TypeText.OfSignature(method.ContainingType),
        TypeText.Identifier(method.Name),
        method.IsStatic,
        new(method.Parameters.Select(Parameter)),
        ReturnModel.Of(method));

    public static bool IsCancellationToken(ITypeSymbol type) =>
        type is { Name: "CancellationToken", ContainingNamespace: { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };

    private static ParameterModel Parameter(IParameterSymbol parameter) =>
        new(parameter.Name, TypeText.OfSignature(parameter.Type), IsCancellationToken(parameter.Type), DefaultValueText.Of(parameter));
}
