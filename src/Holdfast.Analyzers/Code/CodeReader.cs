using Holdfast.Analyzers.Configuration;
using Holdfast.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Code;

/// <summary>Reads the bodies that run as workflow code, each once.</summary>
internal sealed class CodeReader(Compilation compilation, AnalyzerConfigOptionsProvider options)
{
    private static readonly WorkflowRule[] Rules =
    [
        new ForbiddenApiRule(),
        new LockRule(),
        new ConfigureAwaitRule(),
        new MutableStaticRule(),
        new UnorderedIterationRule(),
        new DroppedTaskRule(),
        new EndlessLoopRule(),
        new ReadOnlyCodeRule(),
        new AsyncVoidRule(),
    ];

    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];
    private readonly Dictionary<SyntaxTree, RuleOptions> _optionsOfTrees = [];
    private readonly CallFollower _follower = new(compilation);

    public List<BodyReading> ReadAll(CancellationToken cancellationToken)
    {
        var readings = new List<BodyReading>();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var pending = new Queue<CodeBody>(WorkflowRoots.Find(compilation, ModelOf, cancellationToken).Where(r => seen.Add(r.Member)));
        while (pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var body = pending.Dequeue();
            foreach (var reading in Read(body, cancellationToken))
            {
                readings.Add(reading);
                foreach (var call in reading.Calls.Where(c => seen.Add(c.Target)))
                {
                    pending.Enqueue(new(call.Target, body.Purpose, body, call.Place));
                }
            }
        }

        return readings;
    }

    /// <summary>One reading for each declaration: partial members have two, one of them empty.</summary>
    private IEnumerable<BodyReading> Read(CodeBody body, CancellationToken cancellationToken)
    {
        foreach (var reference in body.Member.DeclaringSyntaxReferences)
        {
            if (ExecutableOf(reference.GetSyntax(cancellationToken)) is { } syntax && ModelOf(syntax.SyntaxTree).GetOperation(syntax, cancellationToken) is { } operation)
            {
                yield return Read(body, operation, cancellationToken);
            }
        }
    }

    private BodyReading Read(CodeBody body, IOperation root, CancellationToken cancellationToken)
    {
        var reading = new BodyReading(body, OptionsOf(root.Syntax.SyntaxTree));
        AsyncVoidRule.InspectBody(body, root.Syntax, reading);
        ReadOnlyCodeRule.InspectBody(root, reading);
        foreach (var operation in OperationTree.Of(root))
        {
            foreach (var rule in Rules)
            {
                rule.Inspect(operation, reading);
            }

            _follower.Follow(operation, reading, cancellationToken);
        }

        return reading;
    }

    private static SyntaxNode? ExecutableOf(SyntaxNode declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax => declaration,
        VariableDeclaratorSyntax field => field.Initializer,
        PropertyDeclarationSyntax property => property.Initializer,
        _ => null,
    };

    /// <summary>Bodies lie in any file of the compilation. A model is made only for files with workflow code, and shared with the compiler's other analyses.</summary>
    private SemanticModel ModelOf(SyntaxTree tree)
    {
        if (!_models.TryGetValue(tree, out var model))
        {
#pragma warning disable RS1030 // Calls lead from file to file, and no action of the analyzer's host gives the models of several files.
            _models.Add(tree, model = compilation.GetSemanticModel(tree));
#pragma warning restore RS1030
        }

        return model;
    }

    private RuleOptions OptionsOf(SyntaxTree tree)
    {
        if (!_optionsOfTrees.TryGetValue(tree, out var found))
        {
            _optionsOfTrees.Add(tree, found = RuleOptions.Read(options.GetOptions(tree)));
        }

        return found;
    }
}
