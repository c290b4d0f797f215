using Holdfast.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.Rules;

/// <summary>Loops that wait again and again, that nothing leaves, and that do not continue as new.</summary>
internal sealed class EndlessLoopRule : WorkflowRule
{
    private const string ContinueAsNew = "ContinueAsNew";
    private const string Suggestion = "SuggestContinueAsNew";
    private const string ContinueAsNewException = "ContinueAsNewException";
    private const string IsCancellationRequested = "IsCancellationRequested";

    public override void Inspect(IOperation operation, BodyReading reading)
    {
        reading.ContinuesAsNew |= IsContinuation(operation);
        if (operation is ILoopOperation loop && IsUnconditional(loop) && reading.Body.Purpose == BodyPurpose.Act)
        {
            Inspect(loop, reading);
        }
    }

    private static void Inspect(ILoopOperation loop, BodyReading reading)
    {
        var isWaiting = false;
        var calls = new List<ISymbol>();
        foreach (var operation in OwnOperations(loop.Body))
        {
            if (IsExit(operation, loop) || IsContinuation(operation))
            {
                return;
            }

            isWaiting |= operation is IAwaitOperation;
            if (operation is IInvocationOperation call)
            {
                calls.Add((call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition);
            }
        }

        if (isWaiting)
        {
            reading.AddLoop(new(HeadOf(loop), calls));
        }
    }

    private static bool IsUnconditional(ILoopOperation loop) => loop switch
    {
        IWhileLoopOperation { Condition: { } condition, ConditionIsUntil: false } => IsAlwaysTrue(condition),
        IForLoopOperation { Condition: var condition } => condition is null || IsAlwaysTrue(condition),
        _ => false,
    };

    /// <summary>True for constants, and for "until canceled", which ends only when somebody stops the run.</summary>
    private static bool IsAlwaysTrue(IOperation condition) =>
        condition.ConstantValue is { HasValue: true, Value: true }
        || (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation && negation.Operand.Unwrap() is IPropertyReferenceOperation { Property.Name: IsCancellationRequested });

    private static bool IsExit(IOperation operation, ILoopOperation loop) => operation switch
    {
        IReturnOperation { Kind: OperationKind.Return } or IThrowOperation => true,
        IBranchOperation { BranchKind: BranchKind.GoTo } => true,
        IBranchOperation { BranchKind: BranchKind.Break } branch => SymbolEqualityComparer.Default.Equals(branch.Target, loop.ExitLabel),
        _ => false,
    };

    private static bool IsContinuation(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: ContinueAsNew } method } => SdkNames.IsWorkflowMember(method),
        IPropertyReferenceOperation { Property: { Name: Suggestion } property } => SdkNames.IsSdk(property),
        IObjectCreationOperation { Type: { Name: ContinueAsNewException } type } => SdkNames.IsSdk(type),
        _ => false,
    };

    /// <summary>What the loop itself runs: lambdas and local functions return to somebody else.</summary>
    private static IEnumerable<IOperation> OwnOperations(IOperation root)
    {
        var pending = new Stack<IOperation>([root]);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            yield return operation;
            foreach (var child in operation.ChildOperations)
            {
                if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
                {
                    pending.Push(child);
                }
            }
        }
    }

    /// <summary>The condition where there is one; else the loop.</summary>
    private static SyntaxNode HeadOf(ILoopOperation loop) => loop is IWhileLoopOperation { Condition: { } condition } ? condition.Syntax : loop.Syntax;
}
