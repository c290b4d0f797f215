using Holdfast.Generators.Sources;
using Microsoft.CodeAnalysis;

namespace Holdfast.Generators.Diagnostics;

/// <summary>Gathers findings about one marked symbol.</summary>
/// <param name="place">Where a finding about a symbol without source (of a base class in another assembly) is shown.</param>
internal sealed class FindingList(ISymbol place)
{
    private readonly List<Finding> _findings = [];

    public bool IsEmpty => _findings.Count == 0;

    public void Add(ISymbol symbol, DiagnosticDescriptor descriptor, params string[] arguments) =>
        _findings.Add(Finding.At(symbol.Locations.Any(l => l.IsInSource) ? symbol : place, descriptor, arguments));

    public EquatableArray<Finding> ToArray() => new(_findings);
}
