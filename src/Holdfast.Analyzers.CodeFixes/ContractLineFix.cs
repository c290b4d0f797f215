using System.Collections.Immutable;
using System.Composition;
using Holdfast.Analyzers.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Holdfast.Analyzers.CodeFixes;

/// <summary>Writes a line of holdfast.contracts.txt that is missing or out of date.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ContractLineFix))]
[Shared]
public sealed class ContractLineFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.ContractMissing, DiagnosticIds.ContractOutdated];

    /// <summary>None: two lines added at once would each begin from the file without the other.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.TryGetValue(DiagnosticProperties.ContractLineKey, out var text) && text is not null && ContractLine.Parse(text) is { } line)
            {
                Task<Solution> Apply(CancellationToken cancellationToken) => WriteAsync(context.Document.Project, line, cancellationToken);
                context.RegisterCodeFix(CodeAction.Create($"Write to {ContractFile.FileName}", Apply, equivalenceKey: line.Key), diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>The text with the line in the place of an older one, or among the others by name.</summary>
    internal static string With(string text, ContractLine line)
    {
        var lines = text.Split('\n').Select(l => l.TrimEnd('\r')).ToList();
        while (lines.Count > 0 && lines[lines.Count - 1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        var known = lines.FindIndex(l => ContractLine.Parse(l.Trim()) is { } written && string.Equals(written.Key, line.Key, StringComparison.Ordinal));
        if (known >= 0)
        {
            lines[known] = line.Text;
        }
        else
        {
            var next = lines.FindIndex(l => l.Length > 0 && l[0] != '#' && string.CompareOrdinal(l, line.Text) > 0);
            lines.Insert(next < 0 ? lines.Count : next, line.Text);
        }

        return string.Join("\n", lines) + "\n";
    }

    private static async Task<Solution> WriteAsync(Project project, ContractLine line, CancellationToken cancellationToken)
    {
        if (project.AdditionalDocuments.FirstOrDefault(d => ContractFile.IsContractFile(d.FilePath ?? d.Name)) is not { } file)
        {
            return project.Solution;
        }

        var text = await file.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return project.Solution.WithAdditionalDocumentText(file.Id, SourceText.From(With(text.ToString(), line), text.Encoding));
    }
}
