using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.CodeFixes;

/// <summary>What comes in place of an expression.</summary>
internal sealed class Replacement(string title, ExpressionSyntax expression)
{
    /// <summary>What the fix does, for people.</summary>
    public string Title => title;

    /// <summary>The new expression.</summary>
    public ExpressionSyntax Expression => expression;
}
