namespace Holdfast.Generators.Tests;

public sealed class Snapshots
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Snapshots");

    [Theory]
    [InlineData("workflow")]
    [InlineData("activities")]
    public void Output_is_as_stored(string name)
    {
        var run = GeneratorRun.Of(File.ReadAllText(Path.Combine(Folder, name + ".input.cs")));
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.CompilerMessages);
        var output = string.Join("\n", run.Files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"==== {f.Key}\n{f.Value}"));
        var expected = Path.Combine(Folder, name + ".txt");
        if (Environment.GetEnvironmentVariable("HOLDFAST_REWRITE_SNAPSHOTS") is { Length: > 0 } target)
        {
            File.WriteAllText(Path.Combine(target, name + ".txt"), output);
        }

        Assert.Equal(File.ReadAllText(expected), output);
    }
}
