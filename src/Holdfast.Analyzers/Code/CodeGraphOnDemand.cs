using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Code;

/// <summary>The graph of one compilation, built by whoever asks first. Unlike Lazy, it is built again after its building was canceled.</summary>
internal sealed class CodeGraphOnDemand(Compilation compilation, AnalyzerConfigOptionsProvider options)
{
    private readonly object _gate = new();
    private CodeGraph? _graph;

    public CodeGraph Get(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _graph ??= CodeGraph.Build(compilation, options, cancellationToken);
        }
    }
}
