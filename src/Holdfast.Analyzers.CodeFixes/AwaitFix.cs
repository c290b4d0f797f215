using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Holdfast.Analyzers.CodeFixes;

/// <summary>Awaits tasks that are dropped or blocked on, in async code.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitFix))]
[Shared]
public sealed class AwaitFix : ExpressionFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.BlockingWait, DiagnosticIds.DroppedTask];

    internal override Replacement? Replace(Diagnostic diagnostic, ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken) =>
        IsInAsync(expression) && TaskIn(diagnostic, expression) is { } task ? new("Await it", Await(task, expression)) : null;

    private static ExpressionSyntax? TaskIn(Diagnostic diagnostic, ExpressionSyntax expression)
    {
        if (string.Equals(diagnostic.Id, DiagnosticIds.DroppedTask, StringComparison.Ordinal))
        {
            return expression;
        }

        return expression switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result", Expression: var task } => task,
            InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait", Expression: var task } } => task,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetResult", Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var task } } } } => task,
            _ => null,
        };
    }

    private static ExpressionSyntax Await(ExpressionSyntax task, ExpressionSyntax replaced)
    {
        ExpressionSyntax awaited = SyntaxFactory.AwaitExpression(task.WithoutTrivia());
        var needsParentheses = replaced.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or InvocationExpressionSyntax or ConditionalAccessExpressionSyntax;
        return (needsParentheses ? SyntaxFactory.ParenthesizedExpression(awaited) : awaited).WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static bool IsInAsync(SyntaxNode node)
    {
        foreach (var ancestor in node.Ancestors())
        {
            switch (ancestor)
            {
                case AnonymousFunctionExpressionSyntax lambda:
                    return lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax function:
                    return function.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case MemberDeclarationSyntax member:
                    return member.Modifiers.Any(SyntaxKind.AsyncKeyword);
                default:
                    break;
            }
        }

        return false;
    }
}
