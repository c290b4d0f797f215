using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Code;

/// <summary>A use of a member of the same compilation.</summary>
/// <param name="Target">The method, accessor or field with an initialiser.</param>
/// <param name="Place">Where it stands.</param>
internal readonly record struct CodeCall(ISymbol Target, SyntaxNode Place);
