using Holdfast.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Holdfast.Analyzers.Tests;

/// <summary>Runs of the contracts' generator.</summary>
internal static class GeneratedContracts
{
    public static string[] Of(Compilation compilation)
    {
        Driver().RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);
        var text = output.Assembly.GetAttributes().Single(a => string.Equals(a.AttributeClass!.Name, "AssemblyMetadataAttribute", StringComparison.Ordinal)).ConstructorArguments[1].Value;
        return ((string)text!).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public static IEnumerable<IncrementalStepRunReason> ReasonsAfterChange(Compilation before, Compilation after) =>
        Driver().RunGenerators(before, TestContext.Current.CancellationToken).RunGenerators(after, TestContext.Current.CancellationToken)
            .GetRunResult().Results[0].TrackedSteps[ContractsGenerator.LinesStep].SelectMany(s => s.Outputs).Select(o => o.Reason);

    private static CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new ContractsGenerator().AsSourceGenerator()],
        parseOptions: Sources.ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
}
