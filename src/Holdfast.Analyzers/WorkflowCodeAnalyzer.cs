using System.Collections.Immutable;
using Holdfast.Analyzers.Code;
using Holdfast.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers;

/// <summary>Reports what workflow code does and must not do, in workflows and in everything of the same compilation that they call.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WorkflowCodeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics =>
    [
        Descriptors.Clock, Descriptors.Randomness, Descriptors.NewGuid, Descriptors.OtherThread, Descriptors.Lock, Descriptors.Timer, Descriptors.ConfigureAwait, Descriptors.BlockingWait,
        Descriptors.WhenAny, Descriptors.InputOutput, Descriptors.Network, Descriptors.MachineEnvironment, Descriptors.MutableStatic, Descriptors.UnorderedIteration, Descriptors.DroppedTask,
        Descriptors.EndlessLoop, Descriptors.ReadOnlyCode, Descriptors.AsyncVoid, Descriptors.ForbiddenByConfiguration, Descriptors.HashCode,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(HoldfastNames.Qualified(HoldfastNames.WorkflowAttribute)) is null)
            {
                return;
            }

            var graph = new CodeGraphOnDemand(start.Compilation, start.Options.AnalyzerConfigOptionsProvider);
            start.RegisterSemanticModelAction(file =>
            {
                foreach (var diagnostic in graph.Get(file.CancellationToken).In(file.SemanticModel.SyntaxTree))
                {
                    file.ReportDiagnostic(diagnostic);
                }
            });
        });
    }
}
