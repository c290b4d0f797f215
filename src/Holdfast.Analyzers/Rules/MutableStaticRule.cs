using Holdfast.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.Rules;

/// <summary>Static fields and properties that can be assigned, and changes of what read-only ones hold.</summary>
internal sealed class MutableStaticRule : WorkflowRule
{
    public override void Inspect(IOperation operation, BodyReading reading)
    {
        if (operation is IMemberReferenceOperation reference && CanBeAssigned(reference.Member) && !reading.Options.Allowed.Contains(reference.Member))
        {
            reading.Report(Descriptors.MutableStatic, operation.Syntax, CallPath.NameOf(reference.Member));
        }
        else if (ReadOnlyStaticChangedBy(operation) is { } changed && !reading.Options.Allowed.Contains(changed.Member))
        {
            reading.Report(Descriptors.MutableStatic, changed.Syntax, CallPath.NameOf(changed.Member));
        }
    }

    private static bool CanBeAssigned(ISymbol member) => member switch
    {
        IFieldSymbol field => field is { IsStatic: true, IsConst: false, IsReadOnly: false } && !SdkNames.IsSdk(field),
        IPropertySymbol property => property is { IsStatic: true, SetMethod: not null } && IsStoredHere(property),
        _ => false,
    };

    /// <summary>True for automatic properties in source; what others do is seen in their accessors.</summary>
    private static bool IsStoredHere(IPropertySymbol property) =>
        !property.DeclaringSyntaxReferences.IsEmpty
        && property.ContainingType.GetMembers().Any(m => m is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    /// <summary>The read-only static whose elements or members the operation changes.</summary>
    private static IMemberReferenceOperation? ReadOnlyStaticChangedBy(IOperation operation)
    {
        if (Mutation.TargetOf(operation) is not { } target || (operation is not IInvocationOperation && Mutation.Inner(target.Unwrap()) is null))
        {
            return null;
        }

        return Mutation.OriginOf(target) is IMemberReferenceOperation { Member: { IsStatic: true } member } origin && !CanBeAssigned(member) && !SdkNames.IsSdk(member) ? origin : null;
    }
}
