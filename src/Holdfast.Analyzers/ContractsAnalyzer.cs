using System.Collections.Immutable;
using Holdfast.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers;

/// <summary>Compares the code's contracts with holdfast.contracts.txt, if the project has one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics =>
        [Descriptors.ContractMissing, Descriptors.ContractBroken, Descriptors.ContractRemoved, Descriptors.ContractOutdated, Descriptors.ContractUnreadable];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Options.AdditionalFiles.FirstOrDefault(f => ContractFile.IsContractFile(f.Path)) is not { } text || text.GetText(start.CancellationToken) is not { } content)
            {
                return;
            }

            var check = new ContractCheck(ContractFile.Read(text.Path, content), start.Compilation.Assembly);
            start.RegisterSymbolAction(c => check.Inspect(c.Symbol, c.ReportDiagnostic), SymbolKind.NamedType, SymbolKind.Method);
            start.RegisterOperationAction(c => check.Inspect(c.Operation, c.ReportDiagnostic), OperationKind.Invocation);
            start.RegisterCompilationEndAction(c => check.InspectFile(c.ReportDiagnostic));
        });
    }
}
