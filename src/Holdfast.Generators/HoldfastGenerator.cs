using System.Collections.Immutable;
using Holdfast.Generators.Calls;
using Holdfast.Generators.Definitions;
using Holdfast.Generators.Diagnostics;
using Holdfast.Generators.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Holdfast.Generators;

/// <summary>Generates the registration of workflows and activities, and the interceptors that record calls of them.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class HoldfastGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        RegisterDefinitions(context);
        RegisterCalls(context);
    }

    private static void RegisterDefinitions(IncrementalGeneratorInitializationContext context)
    {
        var workflows = context.SyntaxProvider.ForAttributeWithMetadataName(
            HoldfastNames.Qualified(HoldfastNames.WorkflowAttribute),
            static (node, _) => node is TypeDeclarationSyntax or MethodDeclarationSyntax or LocalFunctionStatementSyntax,
            static (c, _) => WorkflowReader.Read(c.TargetSymbol, c.Attributes[0])).WithTrackingName(PipelineSteps.ReadWorkflows);
        var activities = context.SyntaxProvider.ForAttributeWithMetadataName(
            HoldfastNames.Qualified(HoldfastNames.ActivityAttribute),
            static (node, _) => node is MethodDeclarationSyntax or LocalFunctionStatementSyntax,
            static (c, _) => ActivityReader.Read((IMethodSymbol)c.TargetSymbol, c.Attributes[0])).WithTrackingName(PipelineSteps.ReadActivities);

        ReportFindings(context, workflows);
        ReportFindings(context, activities);
        ReportDuplicates(context, "workflow", workflows, static w => w.Name);
        ReportDuplicates(context, "activity", activities, static a => a.Header.Name);

        var definitions = Models(workflows).Combine(Models(activities)).WithTrackingName(PipelineSteps.Definitions);
        context.RegisterSourceOutput(definitions, static (output, models) =>
        {
            if (models.Left.Count + models.Right.Count > 0)
            {
                output.AddSource(RegistrationWriter.FileName, RegistrationWriter.Write(models.Left, models.Right));
            }
        });
    }

    private static void RegisterCalls(IncrementalGeneratorInitializationContext context)
    {
        var calls = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => node is InvocationExpressionSyntax,
                static (c, cancellationToken) => CallReader.Read(c.SemanticModel, (InvocationExpressionSyntax)c.Node, cancellationToken))
            .Where(static c => c is not null)
            .Select(static (c, _) => c!)
            .WithTrackingName(PipelineSteps.ReadCalls);

        var all = calls.Collect().Select(static (c, _) => new EquatableArray<CallModel>(c)).WithTrackingName(PipelineSteps.Calls);
        context.RegisterSourceOutput(all, static (output, models) =>
        {
            if (models.Count > 0)
            {
                output.AddSource(InterceptorWriter.FileName, InterceptorWriter.Write(models));
            }
        });
    }

    /// <summary>The models alone, without places, so that an edit that only moves a definition changes nothing downstream.</summary>
    private static IncrementalValueProvider<EquatableArray<T>> Models<T>(IncrementalValuesProvider<Reading<T>> readings)
        where T : class, IEquatable<T> =>
        readings.Where(static r => r.Model is not null).Select(static (r, _) => r.Model!).Collect().Select(static (m, _) => new EquatableArray<T>(m));

    private static void ReportFindings<T>(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<Reading<T>> readings)
        where T : class, IEquatable<T> =>
        context.RegisterSourceOutput(readings.SelectMany(static (r, _) => r.Findings), static (output, finding) => output.ReportDiagnostic(finding.ToDiagnostic()));

    private static void ReportDuplicates<T>(IncrementalGeneratorInitializationContext context, string noun, IncrementalValuesProvider<Reading<T>> readings, Func<T, string> name)
        where T : class, IEquatable<T> =>
        context.RegisterSourceOutput(readings.Collect(), (output, all) =>
        {
            foreach (var reading in Duplicates(all, name))
            {
                output.ReportDiagnostic(Diagnostic.Create(Descriptors.DuplicateName, reading.Place?.ToLocation() ?? Location.None, noun, name(reading.Model!)));
            }
        });

    private static IEnumerable<Reading<T>> Duplicates<T>(ImmutableArray<Reading<T>> readings, Func<T, string> name)
        where T : class, IEquatable<T> =>
        readings.Where(r => r.Model is not null).GroupBy(r => name(r.Model!), StringComparer.Ordinal).SelectMany(g => g.Skip(1));
}
