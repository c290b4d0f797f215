using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.CodeFixes;

/// <summary>A code fix that puts another expression in the place of the reported one.</summary>
public abstract class ExpressionFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax expression
                && Replace(diagnostic, expression, model, context.CancellationToken) is { } fixedExpression)
            {
                Register(context, diagnostic, root, expression, fixedExpression);
            }
        }
    }

    /// <summary>What comes in place of the expression; null when nothing obvious does.</summary>
    internal abstract Replacement? Replace(Diagnostic diagnostic, ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken);

    private static void Register(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, ExpressionSyntax expression, Replacement replacement)
    {
        Task<Document> Apply(CancellationToken cancellationToken) =>
            Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(expression, replacement.Expression.WithTriviaFrom(expression))));

        context.RegisterCodeFix(CodeAction.Create(replacement.Title, Apply, equivalenceKey: diagnostic.Id), diagnostic);
    }
}
