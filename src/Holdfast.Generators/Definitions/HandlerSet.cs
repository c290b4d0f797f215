using Holdfast.Generators.Sources;
using Microsoft.CodeAnalysis;

namespace Holdfast.Generators.Definitions;

/// <summary>The handlers of one workflow, by kind and name.</summary>
internal sealed class HandlerSet
{
    private readonly SortedDictionary<(CallKind Kind, string Name), HandlerModel> _handlers = new(HandlerOrder.Instance);
    private readonly List<IMethodSymbol> _methods = [];

    /// <summary>The handlers' methods.</summary>
    public IEnumerable<IMethodSymbol> Methods => _methods;

    /// <summary>Adds a handler; false when there is one of that kind and name.</summary>
    public bool Add(CallKind kind, HandlerModel handler, IMethodSymbol method)
    {
        if (_handlers.ContainsKey((kind, handler.Name)))
        {
            return false;
        }

        _handlers.Add((kind, handler.Name), handler);
        _methods.Add(method);
        return true;
    }

    /// <summary>The handlers of a kind, by name.</summary>
    public EquatableArray<HandlerModel> OfKind(CallKind kind) => new(_handlers.Where(h => h.Key.Kind == kind).Select(h => h.Value));

    private sealed class HandlerOrder : IComparer<(CallKind Kind, string Name)>
    {
        public static readonly HandlerOrder Instance = new();

        public int Compare((CallKind Kind, string Name) x, (CallKind Kind, string Name) y) =>
            x.Kind == y.Kind ? string.CompareOrdinal(x.Name, y.Name) : x.Kind.CompareTo(y.Kind);
    }
}
