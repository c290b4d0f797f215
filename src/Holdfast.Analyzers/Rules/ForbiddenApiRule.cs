using Holdfast.Analyzers.Apis;
using Holdfast.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.Rules;

/// <summary>Members of the platform, and of the project's own list, that workflow code must not use.</summary>
internal sealed class ForbiddenApiRule : WorkflowRule
{
    public override void Inspect(IOperation operation, BodyReading reading)
    {
        if (MemberOf(operation) is { } member && RuleOf(member, reading) is { } rule && !IsReceiverOfSameRule(operation, rule, reading))
        {
            reading.Report(rule, operation.Syntax, CallPath.NameOf(member));
        }
    }

    /// <summary>The rule that a use of the member breaks.</summary>
    public static DiagnosticDescriptor? RuleOf(ISymbol member, BodyReading reading)
    {
        if (reading.Options.Allowed.Contains(member))
        {
            return null;
        }

        return reading.Options.Forbidden.Contains(member) ? Descriptors.ForbiddenByConfiguration : ForbiddenApis.Table.RuleOf(member);
    }

    private static ISymbol? MemberOf(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => invocation.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        IPropertyReferenceOperation reference => reference.Property,
        IMethodReferenceOperation reference => reference.Method,
        IFieldReferenceOperation { Field.IsConst: false } reference => reference.Field,
        _ => null,
    };

    /// <summary>True for the X.Y of X.Y.Z(), when Z is reported for the same reason.</summary>
    private static bool IsReceiverOfSameRule(IOperation operation, DiagnosticDescriptor rule, BodyReading reading)
    {
        var isReceiver = operation.Parent switch
        {
            IInvocationOperation invocation => invocation.Instance == operation,
            IPropertyReferenceOperation reference => reference.Instance == operation,
            _ => false,
        };
        return isReceiver && MemberOf(operation.Parent!) is { } outer && rule.Equals(RuleOf(outer, reading));
    }
}
