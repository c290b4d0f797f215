using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Holdfast.Repository.Tests;

/// <summary>Holds the projects under src to the drawing in ARCHITECTURE.md: dependencies point downwards only.</summary>
public sealed partial class ProjectGraphTests
{
    /// <summary>For each project, those it may reference.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Holdfast.Protocol"] = [],
        ["Holdfast.Engine"] = ["Holdfast.Protocol"],
        ["Holdfast.Journal"] = ["Holdfast.Protocol"],
        ["Holdfast.Storage"] = ["Holdfast.Protocol"],
        ["Holdfast.Storage.Sqlite"] = ["Holdfast.Protocol", "Holdfast.Storage"],
        ["Holdfast.Runtime"] = ["Holdfast.Protocol", "Holdfast.Engine", "Holdfast.Journal", "Holdfast.Storage"],
        ["Holdfast"] = ["Holdfast.Protocol"],
        ["Holdfast.Generators"] = [],
        ["Holdfast.Analyzers"] = ["Holdfast.Generators"],
        ["Holdfast.Analyzers.CodeFixes"] = ["Holdfast.Analyzers", "Holdfast.Generators"],
        ["Holdfast.Worker"] = ["Holdfast.Protocol", "Holdfast"],
        ["Holdfast.Client"] = ["Holdfast.Protocol", "Holdfast"],
        ["Holdfast.Control"] = ["Holdfast.Protocol", "Holdfast", "Holdfast.Client", "Holdfast.Temporal"],
        ["Holdfast.Hosting"] = ["Holdfast.Protocol", "Holdfast.Control", "Holdfast.Engine", "Holdfast.Journal", "Holdfast.Storage", "Holdfast.Storage.Sqlite", "Holdfast.Runtime", "Holdfast", "Holdfast.Worker", "Holdfast.Client"],
        ["Holdfast.Temporal"] = ["Holdfast.Protocol"],
        ["Holdfast.Testing"] = ["Holdfast.Protocol", "Holdfast.Engine", "Holdfast.Journal", "Holdfast.Storage", "Holdfast.Runtime", "Holdfast", "Holdfast.Worker", "Holdfast.Client"],
        ["Holdfast.Agents"] = ["Holdfast.Protocol", "Holdfast"],
        ["Holdfast.Agents.Providers"] = ["Holdfast.Protocol", "Holdfast.Agents"],
        ["Holdfast.Cli"] = ["Holdfast.Protocol", "Holdfast", "Holdfast.Control", "Holdfast.Worker", "Holdfast.Client", "Holdfast.Hosting", "Holdfast.Agents", "Holdfast.Agents.Providers"],
    };

    public static TheoryData<string> Projects => [.. RepositoryFiles.Find("src", ".csproj")];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_lies_below_it(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        Assert.True(Allowed.ContainsKey(name), $"{name} is not in the drawing. Add it to ARCHITECTURE.md and here.");
        var references = XDocument.Parse(RepositoryFiles.Read(project))
            .Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(((string)r.Attribute("Include")!).Replace('\\', '/')));
        Assert.Empty(references.Except(Allowed[name], StringComparer.Ordinal));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = RepositoryFiles.Read("Holdfast.slnx");
        var projects = new[] { "src", "tests", "bench", "samples" }.SelectMany(f => RepositoryFiles.Find(f, ".csproj"));
        Assert.Empty(projects.Where(p => !solution.Contains($"\"{p}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_engine_reads_no_clock_disk_or_thread()
    {
        var forbidden = ForbiddenInEngine();
        var offenders = RepositoryFiles.Find("src/Holdfast.Engine", ".cs").Where(f => forbidden.IsMatch(RepositoryFiles.Read(f)));
        Assert.Empty(offenders);
    }

    [Fact]
    public void Only_the_journal_flushes_files()
    {
        var offenders = RepositoryFiles.Find("src", ".cs")
            .Where(f => !f.StartsWith("src/Holdfast.Journal/", StringComparison.Ordinal))
            .Where(f => FileFlush().IsMatch(RepositoryFiles.Read(f)));
        Assert.Empty(offenders);
    }

    [GeneratedRegex(@"\b(DateTimeOffset\.UtcNow|DateTime\.UtcNow|Task\.Run|new Thread|File\.|Random\.Shared|Guid\.NewGuid|Stopwatch)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ForbiddenInEngine();

    [GeneratedRegex(@"FlushToDisk|fdatasync|\bfsync\b|Flush\(flushToDisk", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileFlush();
}
