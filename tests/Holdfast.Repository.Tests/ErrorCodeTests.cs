using System.Reflection;
using Holdfast.Protocol;

namespace Holdfast.Repository.Tests;

public sealed class ErrorCodeTests
{
    private static readonly ErrorCode[] Codes =
    [
        .. typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.FieldType == typeof(ErrorCode))
            .Select(f => (ErrorCode)f.GetValue(null)!),
    ];

    [Fact]
    public void Every_error_code_has_a_page() =>
        Assert.Empty(Codes.Where(c => !File.Exists(Path.Combine(RepositoryFiles.Root, "docs", "errors", $"{c}.md"))));

    [Fact]
    public void No_error_code_is_used_twice() =>
        Assert.Empty(Codes.GroupBy(c => c.Number).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void Every_page_belongs_to_a_code()
    {
        var known = Codes.Select(c => $"{c}.md").ToHashSet(StringComparer.Ordinal);
        var pages = RepositoryFiles.Find("docs/errors", ".md").Select(p => Path.GetFileName(p)).Where(p => p.StartsWith("HF", StringComparison.Ordinal));
        Assert.Empty(pages.Where(p => !known.Contains(p)));
    }
}
