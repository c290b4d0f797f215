using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Generators.Calls;

/// <summary>What stands around a call.</summary>
internal static class CallShape
{
    /// <summary>True for base.Method(…), which must reach the base class and nothing else.</summary>
    public static bool IsBaseCall(InvocationExpressionSyntax invocation) =>
        invocation.Expression is MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax };

    /// <summary>True inside a lambda or query that becomes an expression tree: data, not a call.</summary>
    public static bool IsInExpressionTree(SemanticModel model, SyntaxNode node, CancellationToken cancellationToken)
    {
        foreach (var ancestor in node.Ancestors())
        {
            switch (ancestor)
            {
                case LambdaExpressionSyntax lambda when IsExpression(model.GetTypeInfo(lambda, cancellationToken).ConvertedType):
                case QueryClauseSyntax query when IsExpressionQuery(model.GetQueryClauseInfo(query, cancellationToken).OperationInfo):
                case SelectOrGroupClauseSyntax select when IsExpressionQuery(model.GetSymbolInfo(select, cancellationToken)):
                    return true;
                case MemberDeclarationSyntax:
                    return false;
                default:
                    break;
            }
        }

        return false;
    }

    /// <summary>True when the type is constructed with type parameters of the code around the call.</summary>
    public static bool MentionsTypeParameters(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => MentionsTypeParameters(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(MentionsTypeParameters) || (named.ContainingType is { } outer && MentionsTypeParameters(outer)),
        _ => false,
    };

    private static bool IsExpressionQuery(SymbolInfo operation) =>
        operation.Symbol is IMethodSymbol method && method.Parameters.Any(p => IsExpression(p.Type));

    private static bool IsExpression(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Expression", Arity: 1, ContainingNamespace: { Name: "Expressions", ContainingNamespace.Name: "Linq" } };
}
