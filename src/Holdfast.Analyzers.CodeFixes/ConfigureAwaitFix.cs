using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Analyzers.CodeFixes;

/// <summary>Removes ConfigureAwait(false).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConfigureAwaitFix))]
[Shared]
public sealed class ConfigureAwaitFix : ExpressionFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.ConfigureAwait];

    internal override Replacement? Replace(Diagnostic diagnostic, ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken) =>
        expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var task } } ? new("Remove ConfigureAwait", task) : null;
}
