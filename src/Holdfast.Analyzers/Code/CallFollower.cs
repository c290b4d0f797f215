using Holdfast.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.Code;

/// <summary>Finds which members of the same compilation an operation runs. Durable calls are none: what they name runs elsewhere.</summary>
internal sealed class CallFollower(Compilation compilation)
{
    private readonly OverrideIndex _overrides = new(compilation);

    public void Follow(IOperation operation, BodyReading reading, CancellationToken cancellationToken)
    {
        switch (operation)
        {
            case IInvocationOperation invocation:
                FollowMethod(invocation.TargetMethod, invocation.Instance, operation.Syntax, reading, cancellationToken);
                break;
            case IMethodReferenceOperation reference:
                FollowMethod(reference.Method, reference.Instance, operation.Syntax, reading, cancellationToken);
                break;
            case IObjectCreationOperation { Constructor: { } constructor }:
                FollowConstructor(constructor, operation.Syntax, reading);
                break;
            case IPropertyReferenceOperation property:
                FollowProperty(property, reading, cancellationToken);
                break;
            case IFieldReferenceOperation { Field: { IsStatic: true, IsConst: false } field }:
                Add(field.OriginalDefinition, operation.Syntax, reading);
                break;
            case IBinaryOperation { OperatorMethod: { } method }:
                Add(method.OriginalDefinition, operation.Syntax, reading);
                break;
            case IUnaryOperation { OperatorMethod: { } method }:
                Add(method.OriginalDefinition, operation.Syntax, reading);
                break;
            case IConversionOperation { OperatorMethod: { } method }:
                Add(method.OriginalDefinition, operation.Syntax, reading);
                break;
            default:
                break;
        }
    }

    private void FollowMethod(IMethodSymbol called, IOperation? receiver, SyntaxNode place, BodyReading reading, CancellationToken cancellationToken)
    {
        var method = (called.ReducedFrom ?? called).OriginalDefinition;
        if (called.MethodKind is MethodKind.LocalFunction or MethodKind.DelegateInvoke || !IsHere(method) || MethodRole.OfCalled(method, receiver?.Type) is not null)
        {
            return;
        }

        Add(method, place, reading);
        FollowOverrides(method, place, reading, cancellationToken);
    }

    private void FollowProperty(IPropertyReferenceOperation reference, BodyReading reading, CancellationToken cancellationToken)
    {
        var property = reference.Property.OriginalDefinition;
        if (!IsHere(property))
        {
            return;
        }

        if (property.IsStatic)
        {
            Add(property, reference.Syntax, reading);
        }

        foreach (var accessor in Accessors(reference, property))
        {
            Add(accessor, reference.Syntax, reading);
            FollowOverrides(accessor, reference.Syntax, reading, cancellationToken);
        }
    }

    private void FollowConstructor(IMethodSymbol constructor, SyntaxNode place, BodyReading reading)
    {
        var definition = constructor.OriginalDefinition;
        if (!IsHere(definition))
        {
            return;
        }

        Add(definition, place, reading);
        foreach (var member in definition.ContainingType.GetMembers())
        {
            if (!member.IsStatic && member is IFieldSymbol { IsImplicitlyDeclared: false } or IPropertySymbol)
            {
                Add(member, place, reading);
            }
        }
    }

    private void FollowOverrides(IMethodSymbol method, SyntaxNode place, BodyReading reading, CancellationToken cancellationToken)
    {
        if (method.IsStatic || method.IsSealed || !(method.IsVirtual || method.IsAbstract || method.IsOverride))
        {
            return;
        }

        foreach (var implementation in _overrides.Of(method, cancellationToken))
        {
            if (MethodRole.OfMarked(implementation) is null)
            {
                Add(implementation, place, reading);
            }
        }
    }

    private static IEnumerable<IMethodSymbol> Accessors(IPropertyReferenceOperation reference, IPropertySymbol property)
    {
        var isSimpleTarget = reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference;
        if (!isSimpleTarget && property.GetMethod is { } getter)
        {
            yield return getter;
        }

        var isChanged = isSimpleTarget || reference.Parent is ICompoundAssignmentOperation or IIncrementOrDecrementOperation or ICoalesceAssignmentOperation;
        if (isChanged && property.SetMethod is { } setter)
        {
            yield return setter;
        }
    }

    private void Add(ISymbol member, SyntaxNode place, BodyReading reading)
    {
        if (IsHere(member) && !reading.Options.Allowed.Contains(member))
        {
            reading.AddCall(member, place);
        }
    }

    private bool IsHere(ISymbol member) => SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, compilation.Assembly);
}
