using System.Runtime.CompilerServices;

namespace Holdfast.Testing.Tests;

public sealed class AuthoringGuideTests
{
    [Theory]
    [InlineData("activities.md")]
    [InlineData("child-and-external-workflows.md")]
    [InlineData("concurrency-and-cancellation.md")]
    [InlineData("cron.md")]
    [InlineData("messages.md")]
    [InlineData("sagas.md")]
    [InlineData("workflows.md")]
    public void The_guide_shows_code_that_is_compiled(string guide)
    {
        var compiled = Directory.GetFiles(Path.Combine(Root(), "tests/Holdfast.Testing.Tests/Guides"), "*.cs").SelectMany(f => Lines(File.ReadAllText(f))).ToHashSet(StringComparer.Ordinal);
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
