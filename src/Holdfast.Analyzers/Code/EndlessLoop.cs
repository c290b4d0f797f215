using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Code;

/// <summary>A loop without an end of its own.</summary>
/// <param name="Place">Its keyword's statement.</param>
/// <param name="Calls">What it calls in the same compilation, and may continue as new.</param>
internal sealed record EndlessLoop(SyntaxNode Place, IReadOnlyList<ISymbol> Calls);
