using Holdfast.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.Rules;

/// <summary>Queries, validators and the conditions of waits change nothing and do nothing durable.</summary>
internal sealed class ReadOnlyCodeRule : WorkflowRule
{
    private const string WaitCondition = "WaitConditionAsync";

    public override void Inspect(IOperation operation, BodyReading reading)
    {
        if (operation is IAnonymousFunctionOperation lambda
            && OperationTree.OwnerOf(lambda) is { TargetMethod: { Name: WaitCondition } method }
            && SdkNames.IsWorkflowMember(method))
        {
            Inspect(lambda.Body, "a condition", o => IsSharedState(o) || IsDeclaredOutside(o, lambda), reading);
        }
    }

    /// <summary>Inspects the body of a query or validator.</summary>
    public static void InspectBody(IOperation root, BodyReading reading)
    {
        if (reading.Body is { Purpose: not BodyPurpose.Act, Caller: null })
        {
            Inspect(root, reading.Body.Purpose == BodyPurpose.Query ? "a query" : "a validator", IsSharedState, reading);
        }
    }

    private static void Inspect(IOperation root, string where, Func<IOperation, bool> isShared, BodyReading reading)
    {
        foreach (var operation in OperationTree.Of(root))
        {
            if (Mutation.TargetOf(operation) is { } target && isShared(Mutation.OriginOf(target)))
            {
                reading.Report(Descriptors.ReadOnlyCode, operation.Syntax, $"'{target.Syntax}' is changed", where);
            }
            else if (ActionOf(operation) is { } action)
            {
                reading.Report(Descriptors.ReadOnlyCode, operation.Syntax, $"'{CallPath.NameOf(action)}' is used", where);
            }
        }
    }

    private static ISymbol? ActionOf(IOperation operation) => operation switch
    {
        IInvocationOperation call when DurableWork.IsDurableCall(call) => call.TargetMethod,
        IInvocationOperation { TargetMethod: { Name: "NewGuid" or "Patched" or "DeprecatePatch" } method } when SdkNames.IsWorkflowMember(method) => method,
        IPropertyReferenceOperation { Property: { Name: "Random" } property } when SdkNames.IsWorkflowMember(property) => property,
        _ => null,
    };

    /// <summary>True for the workflow itself.</summary>
    private static bool IsSharedState(IOperation origin) => origin is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };

    private static bool IsDeclaredOutside(IOperation origin, IAnonymousFunctionOperation lambda) => origin switch
    {
        ILocalReferenceOperation local => !SymbolEqualityComparer.Default.Equals(local.Local.ContainingSymbol, lambda.Symbol),
        IParameterReferenceOperation parameter => !SymbolEqualityComparer.Default.Equals(parameter.Parameter.ContainingSymbol, lambda.Symbol),
        _ => false,
    };
}
