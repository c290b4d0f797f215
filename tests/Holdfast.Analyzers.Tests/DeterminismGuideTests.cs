using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Tests;

/// <summary>Compiles what docs/guides/determinism.md shows, and holds its comments to what is reported.</summary>
public sealed partial class DeterminismGuideTests
{
    private const int FewestExamples = 7;

    private static readonly string Guide = File.ReadAllText(GuidePath());

    public static TheoryData<string> Examples => [.. Blocks("csharp")];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_compiles_and_is_reported_as_it_says(string example)
    {
        var run = await AnalyzerRun.OfAsync(Sources.Compile(example), AnalyzerRun.NoSettings);
        Assert.Equal(Expected(Sources.Usings + example), run.Diagnostics.Where(d => !d.IsSuppressed).Select(d => (LineOf(d), d.Id)));
    }

    [Fact]
    public void All_examples_are_found() => Assert.True(Examples.Count >= FewestExamples);

    [Fact]
    public void The_contracts_are_those_of_the_last_example() =>
        Assert.Equal(Blocks("text").Single().Split('\n', StringSplitOptions.RemoveEmptyEntries), GeneratedContracts.Of(Sources.Compile(Blocks("csharp").Last())));

    private static IEnumerable<(int Line, string Id)> Expected(string text) =>
        text.Split('\n').SelectMany((line, number) => Comment().Matches(line).Select(m => (number, m.Groups["id"].Value)));

    private static int LineOf(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().StartLinePosition.Line;

    private static IEnumerable<string> Blocks(string language) =>
        Block().Matches(Guide).Where(m => string.Equals(m.Groups["language"].Value, language, StringComparison.Ordinal)).Select(m => m.Groups["code"].Value);

    private static string GuidePath([CallerFilePath] string thisFile = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "../../docs/guides/determinism.md"));

    [GeneratedRegex("^```(?<language>csharp|text)\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();

    [GeneratedRegex(@"// (?<id>HOLD\d{4})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comment();
}
