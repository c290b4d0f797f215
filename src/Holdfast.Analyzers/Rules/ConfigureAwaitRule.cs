using Holdfast.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.Rules;

/// <summary>ConfigureAwait(false), and options that say the same.</summary>
internal sealed class ConfigureAwaitRule : WorkflowRule
{
    private const string Method = "ConfigureAwait";

    /// <summary>ConfigureAwaitOptions.ContinueOnCapturedContext.</summary>
    private const int ContinueOnCapturedContext = 1;

    public override void Inspect(IOperation operation, BodyReading reading)
    {
        if (operation is IInvocationOperation invocation && string.Equals(invocation.TargetMethod.Name, Method, StringComparison.Ordinal) && IsOfPlatform(invocation.TargetMethod) && LeavesContext(invocation))
        {
            reading.Report(Descriptors.ConfigureAwait, invocation.Syntax, TextOf(invocation));
        }
    }

    private static bool IsOfPlatform(IMethodSymbol method) => method.ContainingNamespace is { Name: "Tasks", ContainingNamespace.Name: "Threading" };

    private static bool LeavesContext(IInvocationOperation invocation) =>
        invocation.Arguments.Length > 0
        && invocation.Arguments[invocation.Arguments.Length - 1].Value.ConstantValue is { HasValue: true, Value: { } value }
        && (value is false || (value is int options && (options & ContinueOnCapturedContext) == 0));

    private static string TextOf(IInvocationOperation invocation) =>
        $"{Method}({invocation.Arguments[invocation.Arguments.Length - 1].Value.Syntax})";
}
