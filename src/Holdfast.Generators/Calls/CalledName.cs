using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Generators.Calls;

/// <summary>The name that an invocation calls, by syntax alone.</summary>
internal static class CalledName
{
    public static string? Of(InvocationExpressionSyntax invocation) => invocation.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
