using System.Runtime.CompilerServices;

namespace Holdfast.Testing.Tests;

public sealed class TestingGuideTests
{
    [Theory]
    [InlineData("operations.md", "OperationsGuideSamples.cs")]
    [InlineData("testing.md", "TestingGuideSamples.cs")]
    [InlineData("local-activities.md", "LocalActivitiesGuideSamples.cs")]
    [InlineData("versioning.md", "VersioningGuideSamples.cs")]
    public void The_guide_shows_code_that_is_compiled(string guide, string samples)
    {
        var compiled = Lines(File.ReadAllText(Path.Combine(Root(), "tests/Holdfast.Testing.Tests/Guides", samples))).ToHashSet(StringComparer.Ordinal);
        var shown = File.ReadAllText(Path.Combine(Root(), "docs/guides", guide)).Split("```csharp\n").Skip(1).SelectMany(part => Lines(part.Split("```")[0])).ToList();
        Assert.NotEmpty(shown);
        Assert.Empty(shown.Where(line => !compiled.Contains(line)));
    }

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);

    private static string Root([CallerFilePath] string thisFile = "")
    {
        var folder = File.Exists(thisFile) ? Path.GetDirectoryName(thisFile) : AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Holdfast.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}
