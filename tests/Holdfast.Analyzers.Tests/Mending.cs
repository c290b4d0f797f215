using System.Collections.Immutable;
using Holdfast.Analyzers.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.Tests;

/// <summary>Applies code fixes in a workspace.</summary>
internal static class Mending
{
    private const string ContractFileName = "holdfast.contracts.txt";

    /// <summary>The file after the first fix that is offered for it; null when none is.</summary>
    public static async Task<string?> ApplyAsync(CodeFixProvider fix, string file)
    {
        using var workspace = new AdhocWorkspace();
        var project = ProjectOf(workspace, file);
        return await ApplyAsync(fix, project) is { } changed ? (await changed.GetProject(project.Id)!.Documents.Single().GetTextAsync(TestContext.Current.CancellationToken)).ToString() : null;
    }

    /// <summary>The contracts after the fix for the first line that is missing.</summary>
    public static async Task<string?> ApplyToContractsAsync(string file, string contracts)
    {
        using var workspace = new AdhocWorkspace();
        var project = ProjectOf(workspace, file).AddAdditionalDocument(ContractFileName, SourceText.From(contracts), filePath: ContractFileName).Project;
        return await ApplyAsync(new ContractLineFix(), project) is { } changed ? (await changed.GetProject(project.Id)!.AdditionalDocuments.Single().GetTextAsync(TestContext.Current.CancellationToken)).ToString() : null;
    }

    private static Project ProjectOf(AdhocWorkspace workspace, string file) =>
        workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Sample", "Sample", LanguageNames.CSharp, parseOptions: Sources.ParseOptions, metadataReferences: Sources.References, compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)))
            .AddDocument("File0.cs", SourceText.From(Sources.Usings + file)).Project;

    private static async Task<Solution?> ApplyAsync(CodeFixProvider fix, Project project)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var compilation = await project.GetCompilationAsync(cancellationToken);
        var diagnostics = await compilation!.WithAnalyzers(AnalyzerRun.Analyzers, project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(cancellationToken);
        var actions = new List<CodeAction>();
        foreach (var diagnostic in diagnostics.Where(d => fix.FixableDiagnosticIds.Contains(d.Id) && d.Location.IsInSource))
        {
            await fix.RegisterCodeFixesAsync(new CodeFixContext(project.Documents.Single(), diagnostic, (a, _) => actions.Add(a), cancellationToken));
        }

        if (actions.Count == 0)
        {
            return null;
        }

        ImmutableArray<CodeActionOperation> operations = await actions[0].GetOperationsAsync(cancellationToken);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
    }
}
