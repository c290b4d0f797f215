namespace Holdfast.Client.Tests;

public sealed class ClientGuideTests
{
    private const string Samples = "tests/Holdfast.Client.Tests/Guides/ClientGuideSamples.cs";
    private const string RunSamples = "tests/Holdfast.Testing.Tests/Guides/ClientGuide";
    private const string Workflow = "tests/Holdfast.Client.Tests/Shop/OrderWorkflow.cs";

    [Fact]
    public void The_guide_shows_code_that_is_compiled()
    {
        string[] files = [Path.Combine(RepositoryRoot, Samples), Path.Combine(RepositoryRoot, Workflow), .. Directory.GetFiles(Path.Combine(RepositoryRoot, RunSamples), "*.cs")];
        var compiled = files.SelectMany(file => Lines(File.ReadAllText(file))).ToHashSet(StringComparer.Ordinal);
        var blocks = CodeBlocks(File.ReadAllText(Path.Combine(RepositoryRoot, "docs/guides/client.md")));

        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Assert.DoesNotContain(block, line => !compiled.Any(c => c.StartsWith(line, StringComparison.Ordinal))));
    }

    private static string RepositoryRoot
    {
        get
        {
            var directory = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(directory.FullName, "Holdfast.slnx")))
            {
                directory = directory.Parent ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
            }

            return directory.FullName;
        }
    }

    private static List<List<string>> CodeBlocks(string guide) => [.. guide.Split("```csharp\n").Skip(1).Select(part => Lines(part.Split("```")[0]).ToList())];

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
}
