using Holdfast.Analyzers.Configuration;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Code;

/// <summary>What is found while one body is read.</summary>
internal sealed class BodyReading(CodeBody body, RuleOptions options)
{
    private List<Finding>? findings;
    private List<CodeCall>? calls;
    private List<EndlessLoop>? loops;

    public CodeBody Body => body;

    public RuleOptions Options => options;

    public IReadOnlyList<Finding> Findings => findings ?? (IReadOnlyList<Finding>)[];

    public IReadOnlyList<CodeCall> Calls => calls ?? (IReadOnlyList<CodeCall>)[];

    /// <summary>Loops that end only if something they call continues as new.</summary>
    public IReadOnlyList<EndlessLoop> Loops => loops ?? (IReadOnlyList<EndlessLoop>)[];

    /// <summary>True when the body itself continues as new.</summary>
    public bool ContinuesAsNew { get; set; }

    public void Report(DiagnosticDescriptor rule, SyntaxNode place, params string[] arguments) => (findings ??= []).Add(new(rule, place, arguments));

    public void AddCall(ISymbol target, SyntaxNode place) => (calls ??= []).Add(new(target, place));

    public void AddLoop(EndlessLoop loop) => (loops ??= []).Add(loop);
}
