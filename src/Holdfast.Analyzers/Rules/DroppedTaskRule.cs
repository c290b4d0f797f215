using Holdfast.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.Rules;

/// <summary>Calls whose task is neither awaited nor kept.</summary>
internal sealed class DroppedTaskRule : WorkflowRule
{
    public override void Inspect(IOperation operation, BodyReading reading)
    {
        if (operation is IExpressionStatementOperation statement
            && statement.Operation.Unwrap() is IInvocationOperation call
            && DurableWork.IsTask(call.Type)
            && ForbiddenApiRule.RuleOf(call.TargetMethod, reading) is null)
        {
            reading.Report(Descriptors.DroppedTask, call.Syntax, CallPath.NameOf(call.TargetMethod));
        }
    }
}
