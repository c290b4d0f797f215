using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Tests;

/// <summary>One run of analyzers over a compilation that must compile.</summary>
internal sealed class AnalyzerRun
{
    public static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = [new WorkflowCodeAnalyzer(), new PayloadAnalyzer(), new ContractsAnalyzer()];

    /// <summary>Where nothing is set.</summary>
    public static readonly IReadOnlyDictionary<string, string> NoSettings = new Dictionary<string, string>(StringComparer.Ordinal);

    private AnalyzerRun(IReadOnlyList<Diagnostic> diagnostics) => Diagnostics = diagnostics;

    /// <summary>What was reported, in the order of files and places.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    public IReadOnlyList<string> Ids => [.. Diagnostics.Select(d => d.Id)];

    /// <summary>ID and source text of each.</summary>
    public IReadOnlyList<string> Places => [.. Diagnostics.Select(d => $"{d.Id} {d.Location.SourceTree!.GetText().ToString(d.Location.SourceSpan)}")];

    public static Task<AnalyzerRun> OfAsync(params string[] files) => OfAsync(Sources.Compile(files), NoSettings);

    public static async Task<AnalyzerRun> OfAsync(Compilation compilation, IReadOnlyDictionary<string, string> settings, params AdditionalText[] texts)
    {
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var options = new AnalyzerOptions([.. texts], new SettingsProvider(settings));
        var analysis = compilation.WithAnalyzers(Analyzers, new CompilationWithAnalyzersOptions(options, FailOnException, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        var diagnostics = await analysis.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return new([.. diagnostics.OrderBy(d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)]);
    }

    private static void FailOnException(Exception exception, DiagnosticAnalyzer analyzer, Diagnostic diagnostic) => throw new InvalidOperationException(diagnostic.ToString(), exception);
}
