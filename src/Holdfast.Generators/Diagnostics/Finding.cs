using Holdfast.Generators.Sources;
using Microsoft.CodeAnalysis;

namespace Holdfast.Generators.Diagnostics;

/// <summary>A diagnostic in comparable form.</summary>
internal sealed record Finding(string Id, SourceSpan? Place, EquatableArray<string> Arguments)
{
    public static Finding At(ISymbol symbol, DiagnosticDescriptor descriptor, params string[] arguments) =>
        new(descriptor.Id, SourceSpan.Of(symbol), new(arguments));

    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Descriptors.Of(Id), Place?.ToLocation() ?? Location.None, [.. Arguments]);
}
