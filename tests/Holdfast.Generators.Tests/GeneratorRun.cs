using System.Collections.Immutable;
using Holdfast.Generators.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Generators.Tests;

/// <summary>One run of the generator over a compilation.</summary>
internal sealed class GeneratorRun
{
    private GeneratorRun(GeneratorDriver driver, Compilation output, ImmutableArray<Diagnostic> diagnostics)
    {
        Driver = driver;
        Output = output;
        Diagnostics = diagnostics;
    }

    public GeneratorDriver Driver { get; }

    public Compilation Output { get; }

    /// <summary>What the generator reported.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public IReadOnlyDictionary<string, string> Files =>
        Driver.GetRunResult().Results[0].GeneratedSources.ToDictionary(s => s.HintName, s => s.SourceText.ToString(), StringComparer.Ordinal);

    public static GeneratorRun Of(params string[] files) => Of(Sources.Compile(files));

    public static GeneratorRun Of(Compilation compilation)
    {
        var driver = CSharpGeneratorDriver.Create(
            [new HoldfastGenerator().AsSourceGenerator()],
            parseOptions: Sources.ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return Run(driver, compilation);
    }

    /// <summary>Runs again over a changed compilation.</summary>
    public GeneratorRun Again(Compilation compilation) => Run(Driver, compilation);

    /// <summary>Why a tracked step's outputs are as they are; empty when the step did not run.</summary>
    public IReadOnlyList<IncrementalStepRunReason> ReasonsOf(string step) =>
        Driver.GetRunResult().Results[0].TrackedSteps.TryGetValue(step, out var runs) ? [.. runs.SelectMany(r => r.Outputs).Select(o => o.Reason)] : [];

    public IReadOnlyList<IncrementalStepRunReason> OutputReasons =>
        [.. Driver.GetRunResult().Results[0].TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(r => r.Outputs).Select(o => o.Reason)];

    /// <summary>Compiles the output: everything it says, hidden diagnostics aside.</summary>
    public IReadOnlyList<string> CompilerMessages
    {
        get
        {
            using var stream = new MemoryStream();
            return [.. Output.Emit(stream).Diagnostics.Where(d => d.Severity != DiagnosticSeverity.Hidden).Select(d => d.ToString())];
        }
    }

    public async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync()
    {
        var analysis = Output.WithAnalyzers([new CallSiteAnalyzer()]);
        return [.. (await analysis.GetAnalyzerDiagnosticsAsync(CancellationToken.None)).OrderBy(d => d.Location.SourceSpan.Start)];
    }

    private static GeneratorRun Run(GeneratorDriver driver, Compilation compilation)
    {
        var after = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);
        return new(after, output, diagnostics);
    }
}
