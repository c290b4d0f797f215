using Holdfast.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.Rules;

/// <summary>The lock statement.</summary>
internal sealed class LockRule : WorkflowRule
{
    public override void Inspect(IOperation operation, BodyReading reading)
    {
        if (operation is ILockOperation statement)
        {
            reading.Report(Descriptors.Lock, statement.LockedValue.Syntax, "lock");
        }
    }
}
