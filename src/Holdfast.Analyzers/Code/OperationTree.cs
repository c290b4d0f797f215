using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.Code;

/// <summary>Operations in the order of their source.</summary>
internal static class OperationTree
{
    /// <summary>The operation and everything below it, but for what is only named.</summary>
    public static IEnumerable<IOperation> Of(IOperation root)
    {
        var pending = new Stack<IOperation>();
        pending.Push(root);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            yield return operation;
            foreach (var child in operation.ChildOperations.Reverse())
            {
                if (child is not INameOfOperation)
                {
                    pending.Push(child);
                }
            }
        }
    }

    /// <summary>The operation below conversions and parentheses.</summary>
    public static IOperation Unwrap(this IOperation operation)
    {
        var current = operation;
        while (true)
        {
            switch (current)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    current = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    current = parenthesized.Operand;
                    break;
                default:
                    return current;
            }
        }
    }

    /// <summary>The call whose argument a lambda is; null when it is none.</summary>
    public static IInvocationOperation? OwnerOf(IAnonymousFunctionOperation lambda)
    {
        var current = lambda.Parent;
        while (current is IDelegateCreationOperation or IConversionOperation)
        {
            current = current.Parent;
        }

        return (current as IArgumentOperation)?.Parent as IInvocationOperation;
    }
}
