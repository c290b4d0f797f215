using Holdfast.Analyzers.Code;
using Holdfast.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.Rules;

/// <summary>Steps that end up in the history.</summary>
internal static class DurableWork
{
    /// <summary>True for a call of the SDK or an activity that gives a task.</summary>
    public static bool IsDurableCall(IInvocationOperation invocation) =>
        IsTask(invocation.Type)
        && (SdkNames.IsSdk(invocation.TargetMethod)
            || MethodRole.OfCalled(invocation.TargetMethod.ReducedFrom ?? invocation.TargetMethod, invocation.Instance?.Type) is { Kind: CallKind.Activity or CallKind.Workflow });

    /// <summary>True when what happens there, or may happen in what is called there, is awaited or durable.</summary>
    public static bool Contains(IOperation root) =>
        OperationTree.Of(root).Any(o => o is IAwaitOperation || (o is IInvocationOperation invocation && IsTask(invocation.Type)));

    public static bool IsTask(ITypeSymbol? type) =>
        type is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } };
}
