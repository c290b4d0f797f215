using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Code;

/// <summary>The graph of one compilation, built by whoever asks first. Unlike Lazy, it is built again after its building was canceled.</summary>
internal sealed class CodeGraphOnDemand(Compilation compilation, AnalyzerConfigOptionsProvider options)
{
    private readonly object gate = new();
    private CodeGraph? graph;

    public CodeGraph Get(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return graph ??= CodeGraph.Build(compilation, options, cancellationToken);
        }
    }
}
