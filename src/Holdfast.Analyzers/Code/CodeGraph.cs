using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Code;

/// <summary>Everything that workflow code of a compilation breaks, by file.</summary>
internal sealed class CodeGraph
{
    private readonly Dictionary<SyntaxTree, List<Diagnostic>> _diagnostics = [];

    private CodeGraph()
    {
    }

    /// <summary>Reads what the engine calls, and from there everything that is called in the same compilation, nearest first.</summary>
    public static CodeGraph Build(Compilation compilation, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        var reader = new CodeReader(compilation, options);
        var graph = new CodeGraph();
        var readings = reader.ReadAll(cancellationToken);
        foreach (var reading in readings)
        {
            foreach (var finding in reading.Findings)
            {
                graph.Add(finding, reading.Body);
            }
        }

        foreach (var (loop, body) in ContinuationSearch.EndlessIn(readings))
        {
            graph.Add(new(Descriptors.EndlessLoop, loop.Place), body);
        }

        return graph;
    }

    public IReadOnlyList<Diagnostic> In(SyntaxTree tree) => _diagnostics.TryGetValue(tree, out var found) ? found : [];

    private void Add(Finding finding, CodeBody body)
    {
        if (!_diagnostics.TryGetValue(finding.Place.SyntaxTree, out var found))
        {
            _diagnostics.Add(finding.Place.SyntaxTree, found = []);
        }

        object[] arguments = [.. finding.Arguments, CallPath.Text(body)];
        var properties = body.IsInWorkflowType ? DiagnosticProperties.InWorkflow : DiagnosticProperties.None;
        found.Add(Diagnostic.Create(finding.Rule, finding.Place.GetLocation(), CallPath.Calls(body), properties, arguments));
    }
}
