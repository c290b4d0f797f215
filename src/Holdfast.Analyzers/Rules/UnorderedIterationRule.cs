using Holdfast.Analyzers.Apis;
using Holdfast.Analyzers.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.Rules;

/// <summary>
/// Durable steps in the order of a collection that is ordered by hash codes or by threads. Dictionary and HashSet are none: their order follows from
/// what was added and removed, which replays alike.
/// </summary>
internal sealed class UnorderedIterationRule : WorkflowRule
{
    private static readonly TypeName Enumerable = TypeName.Parse("System.Linq.Enumerable");

    private static readonly TypeName[] Unordered =
    [
        TypeName.Parse("System.Collections.Concurrent.ConcurrentDictionary"),
        TypeName.Parse("System.Collections.Concurrent.ConcurrentBag"),
        TypeName.Parse("System.Collections.Immutable.ImmutableDictionary"),
        TypeName.Parse("System.Collections.Immutable.ImmutableHashSet"),
        TypeName.Parse("System.Collections.Frozen.FrozenDictionary"),
        TypeName.Parse("System.Collections.Frozen.FrozenSet"),
        TypeName.Parse("System.Collections.Hashtable"),
    ];

    public override void Inspect(IOperation operation, BodyReading reading)
    {
        switch (operation)
        {
            case IForEachLoopOperation loop when UnorderedSourceOf(loop.Collection, reading) is { } source && (loop.IsAsynchronous || DurableWork.Contains(loop.Body)):
                reading.Report(Descriptors.UnorderedIteration, source.Syntax, source.Syntax.ToString());
                break;
            case IInvocationOperation query when IsEnumerable(query) && StartsWork(query) && UnorderedSourceOf(query.Arguments[0].Value, reading) is { } source:
                reading.Report(Descriptors.UnorderedIteration, source.Syntax, source.Syntax.ToString());
                break;
            default:
                break;
        }
    }

    private static bool StartsWork(IInvocationOperation query) => query.Arguments.Skip(1).Any(a => DurableWork.Contains(a.Value));

    /// <summary>The collection below queries that keep its order, when its own order is not stable.</summary>
    private static IOperation? UnorderedSourceOf(IOperation collection, BodyReading reading)
    {
        var current = collection.Unwrap();
        while (current is IInvocationOperation query && IsEnumerable(query) && !query.TargetMethod.Name.StartsWith("Order", StringComparison.Ordinal))
        {
            current = query.Arguments[0].Value.Unwrap();
        }

        var owner = current is IPropertyReferenceOperation { Property.Name: "Keys" or "Values", Instance: { } instance } ? instance : current;
        return owner.Type is { } type && (Unordered.Any(u => u.Is(type)) || reading.Options.Unordered.ContainsType(type)) ? owner : null;
    }

    private static bool IsEnumerable(IInvocationOperation query) => query.Arguments.Length > 0 && query.TargetMethod.ContainingType is { } type && Enumerable.Is(type);
}
