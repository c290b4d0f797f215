using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Tests;

public sealed class DiagnosticPageTests
{
    private static readonly DiagnosticDescriptor[] All =
        [.. typeof(Descriptors).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<DiagnosticDescriptor>()];

    private static readonly string[] Ids = [.. typeof(DiagnosticIds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!)];

    [Fact]
    public void Every_id_is_in_order_and_used_by_one_descriptor()
    {
        Assert.Equal(Ids.Order(StringComparer.Ordinal), Ids);
        Assert.Equal(Ids, All.Select(d => d.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_id_has_a_page_that_its_help_link_leads_to() =>
        Assert.All(All, d =>
        {
            Assert.EndsWith($"/docs/analyzers/{d.Id}.md", d.HelpLinkUri, StringComparison.Ordinal);
            var page = File.ReadAllText(Path.Combine(Pages(), d.Id + ".md"));
            Assert.StartsWith($"# {d.Id}: {d.Title}", page, StringComparison.Ordinal);
            Assert.Contains("## What happened", page, StringComparison.Ordinal);
            Assert.Contains("## Why", page, StringComparison.Ordinal);
            Assert.Contains("## How to mend it", page, StringComparison.Ordinal);
        });

    [Fact]
    public void Every_page_is_listed_and_belongs_to_an_id()
    {
        var pages = Directory.GetFiles(Pages(), "HOLD*.md").Select(p => Path.GetFileNameWithoutExtension(p)).Order(StringComparer.Ordinal);
        Assert.Equal(Ids, pages);
        var list = File.ReadAllText(Path.Combine(Pages(), "README.md"));
        Assert.All(Ids, id => Assert.Contains($"[{id}]({id}.md)", list, StringComparison.Ordinal));
    }

    private static string Pages([CallerFilePath] string thisFile = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "../../docs/analyzers"));
}
