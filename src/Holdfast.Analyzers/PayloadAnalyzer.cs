using System.Collections.Immutable;
using Holdfast.Analyzers.Contracts;
using Holdfast.Analyzers.Payloads;
using Holdfast.Generators;
using Holdfast.Generators.Definitions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers;

/// <summary>Reports arguments and results that cannot be serialised, as far as types tell.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PayloadAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptors.PayloadType];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.Method);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (!IsCalledByName(method))
        {
            return;
        }

        foreach (var parameter in method.Parameters.Where(p => !MethodModel.IsCancellationToken(p.Type)))
        {
            Report(context, parameter.Type, parameter, $"Parameter '{parameter.Name}'");
        }

        if (ReturnModel.ResultOf(method) is { } result)
        {
            Report(context, result, method, "The result");
        }
    }

    private static bool IsCalledByName(IMethodSymbol method) =>
        MethodRole.OfMarked(method) is not null
        || HoldfastNames.Find(method, HoldfastNames.WorkflowAttribute) is not null
        || (method.Name is HoldfastNames.RunMethod && HoldfastNames.Find(method.ContainingType, HoldfastNames.WorkflowAttribute) is not null && SymbolEqualityComparer.Default.Equals(WorkflowMembers.RunMethod(method.ContainingType), method));

    private static void Report(SymbolAnalysisContext context, ITypeSymbol type, ISymbol place, string what)
    {
        if (PayloadProblem.Find(type) is { } problem && place.Locations.FirstOrDefault() is { } location)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.PayloadType, location, what, context.Symbol.Name, problem));
        }
    }
}
