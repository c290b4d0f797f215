using System.Reflection;
using Holdfast.Protocol;

namespace Holdfast.Fuzzing;

/// <summary>An engine that knows no run and no namespace: every operation answers NotFound.</summary>
internal class EmptyWorkflowService : DispatchProxy
{
    public static IWorkflowService Create() => Create<IWorkflowService, EmptyWorkflowService>();

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var answer = targetMethod!.ReturnType;
        if (answer == typeof(INamespaceService))
        {
            return Create<INamespaceService, EmptyWorkflowService>();
        }

        HoldfastException refusal = new(ErrorCodes.NotFound, "there is nothing here");
        return answer == typeof(Task)
            ? Task.FromException(refusal)
            : answer.IsGenericType && answer.GetGenericTypeDefinition() == typeof(Task<>)
                ? typeof(Task).GetMethod(nameof(Task.FromException), 1, [typeof(Exception)])!.MakeGenericMethod(answer.GetGenericArguments()).Invoke(null, [refusal])
                : throw refusal;
    }
}
