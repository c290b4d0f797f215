using System.Text.RegularExpressions;

namespace Holdfast.Repository.Tests;

/// <summary>What a reader should not have to meet.</summary>
public sealed partial class TidinessTests
{
    private const int MostLinesPerFile = 500;

    /// <summary>This file, the workflows that the guard against sleeping must catch, and sources that analyzers must report.</summary>
    private static readonly string[] MaySleep = ["/TidinessTests.cs", "/Samples/ForeignScripts.cs", "/Holdfast.Analyzers.Tests/ForbiddenApiTests.cs", "/Holdfast.Analyzers.Tests/CodeFixTests.cs"];

    private static readonly string[] CodeFolders = ["src", "tests", "bench", "samples"];

    [Fact]
    public void No_stubs_and_no_notes_to_self() =>
        Assert.Empty(Code().Where(f => !f.EndsWith("/TidinessTests.cs", StringComparison.Ordinal)).Where(f => Stub().IsMatch(RepositoryFiles.Read(f))));

    [Fact]
    public void No_folder_is_called_after_nothing() =>
        Assert.Empty(Code().Where(f => VagueFolder().IsMatch(f)));

    [Fact]
    public void No_file_has_grown_past_a_screenful_of_screens() =>
        Assert.Empty(Code().Where(f => RepositoryFiles.Read(f).Count(c => c == '\n') > MostLinesPerFile));

    [Fact]
    public void No_test_is_skipped_or_sleeps() =>
        Assert.Empty(RepositoryFiles.Find("tests", ".cs").Where(f => !MaySleep.Any(s => f.EndsWith(s, StringComparison.Ordinal))).Where(f => SkippedOrSleeping().IsMatch(RepositoryFiles.Read(f))));

    [Fact]
    public void Links_between_documents_lead_somewhere()
    {
        var dead = from document in RepositoryFiles.Find(".", ".md")
                   from Match link in MarkdownLink().Matches(RepositoryFiles.Read(document))
                   let target = link.Groups["target"].Value
                   where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#') && !target.StartsWith("mailto:", StringComparison.Ordinal)
                   let path = Path.Combine(RepositoryFiles.Root, Path.GetDirectoryName(document)!, target.Split('#')[0])
                   where !File.Exists(path) && !Directory.Exists(path)
                   select $"{document}: {target}";
        Assert.Empty(dead);
    }

    private static IEnumerable<string> Code() => CodeFolders.SelectMany(f => RepositoryFiles.Find(f, ".cs"));

    [GeneratedRegex(@"NotImplementedException|\bTODO\b|\bFIXME\b|\bHACK\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Stub();

    [GeneratedRegex(@"/(Common|Shared|Utils|Utilities|Helpers|Model|Models|Misc)/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VagueFolder();

    [GeneratedRegex(@"Thread\.Sleep|Task\.Delay\((?![^;]*(Timeout\.Infinite|[cC]lock|[tT]imeProvider))|Skip\s*=\s*""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SkippedOrSleeping();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MarkdownLink();
}
