using System.Text.RegularExpressions;

namespace Holdfast.Repository.Tests;

/// <summary>The table of semantics names tests that exist.</summary>
public sealed partial class CoverageTests
{
    private const string Page = "docs/internals/coverage.md";

    [Fact]
    public void Every_test_that_the_table_names_exists()
    {
        var sources = RepositoryFiles.Find("tests", ".cs").Concat(RepositoryFiles.Find("samples", ".cs")).ToDictionary(f => f, RepositoryFiles.Read);
        var missing = NamedTests().Where(t => !sources.Values.Any(text => Declares(text, t.Class, t.Test))).Select(t => $"{t.Class}.{t.Test}");
        Assert.Empty(missing);
    }

    private static IEnumerable<(string Class, string Test)> NamedTests() =>
        from Match name in TestName().Matches(RepositoryFiles.Read(Path.Combine(RepositoryFiles.Root, Page)))
        where name.Groups["class"].Value is not "TestClass"
        select (name.Groups["class"].Value, name.Groups["test"].Value);

    private static bool Declares(string text, string className, string testName) =>
        text.Contains($"class {className}", StringComparison.Ordinal) && text.Contains($" {testName}(", StringComparison.Ordinal);

    [GeneratedRegex(@"`(?<class>[A-Z]\w+)\.(?<test>[A-Z]\w+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestName();
}
