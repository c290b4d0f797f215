using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Holdfast.Analyzers.CodeFixes;

/// <summary>Puts the SDK's clock, random numbers, GUIDs, timers and waits in the place of the platform's, in the workflow's own class.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WorkflowMemberFix))]
[Shared]
public sealed class WorkflowMemberFix : ExpressionFix
{
    private const string Workflow = "global::Holdfast.Workflow.";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [DiagnosticIds.Clock, DiagnosticIds.Randomness, DiagnosticIds.NewGuid, DiagnosticIds.Timer, DiagnosticIds.WhenAny];

    internal override Replacement? Replace(Diagnostic diagnostic, ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.ContainsKey(DiagnosticProperties.IsInWorkflowKey) || model.GetSymbolInfo(expression, cancellationToken).Symbol is not { } member)
        {
            return null;
        }

        return (member.ContainingType.Name, member.Name, expression) switch
        {
            (nameof(DateTimeOffset), "UtcNow", _) => Use("UtcNow"),
            ("TimeProvider", "System", _) => Use("TimeProvider"),
            (nameof(DateTime), "UtcNow", _) => Use("UtcNow.UtcDateTime"),
            (nameof(Random), "Shared" or WellKnownMemberNames.InstanceConstructorName, _) => Use("Random"),
            (nameof(Guid), _, InvocationExpressionSyntax) => Use("NewGuid()"),
            (nameof(Guid), "NewGuid" or "CreateVersion7", _) => Use("NewGuid"),
            (nameof(Task), nameof(Task.Delay), InvocationExpressionSyntax delay) when member is IMethodSymbol method => Delay(delay, method),
            (nameof(Task), nameof(Task.WhenAny), InvocationExpressionSyntax wait) => Call("WhenAnyAsync", wait.ArgumentList),
            _ => null,
        };
    }

    private static Replacement? Delay(InvocationExpressionSyntax call, IMethodSymbol method)
    {
        if (call.ArgumentList.Arguments.Any(a => a.NameColon is not null))
        {
            return null;
        }

        var time = call.ArgumentList.Arguments[0];
        var span = method.Parameters[0].Type.SpecialType == SpecialType.System_Int32
            ? SyntaxFactory.ParseExpression($"global::System.TimeSpan.FromMilliseconds({time.Expression})")
            : time.Expression;
        return Call("DelayAsync", call.ArgumentList.ReplaceNode(time, time.WithExpression(span)));
    }

    private static Replacement Call(string method, ArgumentListSyntax arguments) =>
        Make($"Workflow.{method}", SyntaxFactory.InvocationExpression(SyntaxFactory.ParseExpression(Workflow + method), arguments));

    private static Replacement Use(string member) => Make($"Workflow.{member}", SyntaxFactory.ParseExpression(Workflow + member));

    /// <summary>Names are written in full, and shortened as far as the file's usings allow.</summary>
    private static Replacement Make(string title, ExpressionSyntax expression) => new(
        $"Use {title}",
        expression.ReplaceNodes(expression.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>(), static (_, member) => member.WithAdditionalAnnotations(Simplifier.Annotation)));
}
