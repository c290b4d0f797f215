using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Generators.Sources;

/// <summary>How symbols are written in generated code.</summary>
internal static class TypeText
{
    private static readonly SymbolDisplayFormat Annotated = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat Plain = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.ExpandValueTuple);

    /// <summary>
    /// A type as a signature declares it: with nullable annotations and tuple names. Dynamic is written as object, because calls with dynamic arguments
    /// would be bound at run time.
    /// </summary>
    public static string OfSignature(ITypeSymbol type) => type.TypeKind == TypeKind.Dynamic ? "object?" : type.ToDisplayString(Annotated);

    /// <summary>A type as the runtime sees it: without annotations and tuple names.</summary>
    public static string OfRuntime(ITypeSymbol type) => type.ToDisplayString(Plain);

    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    public static string Literal(string value) => SymbolDisplay.FormatLiteral(value, quote: true);
}
