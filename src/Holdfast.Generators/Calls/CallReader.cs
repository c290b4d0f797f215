using Holdfast.Generators.Definitions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Generators.Calls;

/// <summary>Reads invocations of workflows, handlers and activities.</summary>
internal static class CallReader
{
    public static CallModel? Read(SemanticModel model, InvocationExpressionSyntax invocation, CancellationToken cancellationToken)
    {
        if (CalledName.Of(invocation) is not { } name || !CallableNames.Of(model.Compilation, cancellationToken).Contains(name))
        {
            return null;
        }

        return TargetOf(model, invocation, cancellationToken) is { } target
            && !CallShape.IsBaseCall(invocation)
            && !CallShape.IsInExpressionTree(model, invocation, cancellationToken)
            && model.GetInterceptableLocation(invocation, cancellationToken) is { } location
            ? new(target, location.Version, location.Data)
            : null;
    }

    private static CallTarget? TargetOf(SemanticModel model, InvocationExpressionSyntax invocation, CancellationToken cancellationToken)
    {
        if (model.GetSymbolInfo(invocation, cancellationToken) is not { Symbol: IMethodSymbol called, CandidateReason: CandidateReason.None })
        {
            return null;
        }

        var method = called.ReducedFrom ?? called;
        return MethodRole.OfCalled(method, ReceiverType(model, invocation, cancellationToken)) is { } role && CanIntercept(model.Compilation, method)
            ? new(role.Kind, role.Name, MethodModel.Of(method), called.ReducedFrom is not null, role.Kind == CallKind.Activity ? ActivityReader.HeaderOf(role.Marked, role.Attribute) : null) { Key = KeyOf(role, method) }
            : null;
    }

    /// <summary>The key's parameter as the called method names it: an override may call it something else.</summary>
    private static string? KeyOf(MethodRole role, IMethodSymbol method)
    {
        if (LimitReader.Read(role.Limited).Key is not { } key)
        {
            return null;
        }

        var parameter = role.Marked.Parameters.FirstOrDefault(p => string.Equals(p.Name, key, StringComparison.Ordinal));
        return parameter is not null && parameter.Ordinal < method.Parameters.Length ? method.Parameters[parameter.Ordinal].Name : null;
    }

    private static bool CanIntercept(Compilation compilation, IMethodSymbol method) =>
        SignatureRules.Refusal(method) is null
        && !(method.ContainingType.IsValueType && !method.IsStatic)
        && !CallShape.MentionsTypeParameters(method.ContainingType)
        && compilation.IsSymbolAccessibleWithin(method, compilation.Assembly);

    private static ITypeSymbol? ReceiverType(SemanticModel model, InvocationExpressionSyntax invocation, CancellationToken cancellationToken) => invocation.Expression switch
    {
        MemberAccessExpressionSyntax access => model.GetTypeInfo(access.Expression, cancellationToken).Type,
        MemberBindingExpressionSyntax binding => ConditionalReceiver(binding) is { } receiver ? model.GetTypeInfo(receiver, cancellationToken).Type : null,
        _ => model.GetEnclosingSymbol(invocation.SpanStart, cancellationToken)?.ContainingType,
    };

    private static ExpressionSyntax? ConditionalReceiver(MemberBindingExpressionSyntax binding) =>
        binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>(a => a.WhenNotNull.Span.Contains(binding.Span))?.Expression;
}
