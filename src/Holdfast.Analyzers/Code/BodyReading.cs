using Holdfast.Analyzers.Configuration;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Code;

/// <summary>What is found while one body is read.</summary>
internal sealed class BodyReading(CodeBody body, RuleOptions options)
{
    private List<Finding>? _findings;
    private List<CodeCall>? _calls;
    private List<EndlessLoop>? _loops;

    public CodeBody Body => body;

    public RuleOptions Options => options;

    public IReadOnlyList<Finding> Findings => _findings ?? (IReadOnlyList<Finding>)[];

    public IReadOnlyList<CodeCall> Calls => _calls ?? (IReadOnlyList<CodeCall>)[];

    /// <summary>Loops that end only if something they call continues as new.</summary>
    public IReadOnlyList<EndlessLoop> Loops => _loops ?? (IReadOnlyList<EndlessLoop>)[];

    /// <summary>True when the body itself continues as new.</summary>
    public bool ContinuesAsNew { get; set; }

    public void Report(DiagnosticDescriptor rule, SyntaxNode place, params string[] arguments) => (_findings ??= []).Add(new(rule, place, arguments));

    public void AddCall(ISymbol target, SyntaxNode place) => (_calls ??= []).Add(new(target, place));

    public void AddLoop(EndlessLoop loop) => (_loops ??= []).Add(loop);
}
