using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Holdfast.Analyzers.Contracts;

/// <summary>Holds the code of one compilation to its written contracts.</summary>
/// <remarks>Threading: called by many threads at once.</remarks>
internal sealed class ContractCheck(ContractFile file, IAssemblySymbol assembly)
{
    /// <summary>What the code has, by key.</summary>
    private readonly ConcurrentDictionary<string, byte> _seen = new(StringComparer.Ordinal);

    public void Inspect(ISymbol symbol, Action<Diagnostic> report)
    {
        foreach (var (line, about) in ContractWriter.Of(symbol))
        {
            // A type is a part of many workflows and reported once; a name that two methods claim is the generator's to report.
            if (_seen.TryAdd(line.Key, 0))
            {
                Compare(line, PlaceOf(about), report);
            }
        }
    }

    public void Inspect(IOperation operation, Action<Diagnostic> report)
    {
        if (operation is IInvocationOperation { Arguments.Length: 1 } call && PatchCall.IsPatch(call.TargetMethod) && call.Arguments[0].Value.ConstantValue.Value is string patchId)
        {
            var line = ContractWriter.Patch(patchId);
            _seen.TryAdd(line.Key, 0);
            Compare(line, call.Syntax.GetLocation(), report);
        }
    }

    /// <summary>Reports what is in the file only.</summary>
    public void InspectFile(Action<Diagnostic> report)
    {
        foreach (var (trouble, place) in file.Troubles)
        {
            report(Diagnostic.Create(Descriptors.ContractUnreadable, place, trouble));
        }

        foreach (var (line, place) in file.Lines.Values.Where(l => !_seen.ContainsKey(l.Line.Key)).OrderBy(l => l.Line.Key, StringComparer.Ordinal))
        {
            report(Diagnostic.Create(Descriptors.ContractRemoved, place, line.Text));
        }
    }

    private void Compare(ContractLine line, Location place, Action<Diagnostic> report)
    {
        var properties = DiagnosticProperties.None.Add(DiagnosticProperties.ContractLineKey, line.Text);
        if (!file.Lines.TryGetValue(line.Key, out var written))
        {
            report(Diagnostic.Create(Descriptors.ContractMissing, place, properties, line.Text));
            return;
        }

        switch (ContractComparison.Compare(written.Line, line))
        {
            case ContractChange.Broken:
                report(Diagnostic.Create(Descriptors.ContractBroken, place, properties, written.Line.Text, line.Text));
                break;
            case ContractChange.Compatible:
                report(Diagnostic.Create(Descriptors.ContractOutdated, place, properties, written.Line.Text, line.Text));
                break;
            default:
                break;
        }
    }

    /// <summary>Where the symbol is declared; the file for what another assembly declares.</summary>
    private Location PlaceOf(ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, assembly) ? symbol.Locations.FirstOrDefault(l => l.IsInSource) ?? file.Place : file.Place;
}
