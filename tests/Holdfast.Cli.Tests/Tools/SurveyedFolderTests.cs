using Holdfast.Agents;
using Holdfast.Cli.Demo.Tools;

namespace Holdfast.Cli.Tests.Tools;

public sealed class SurveyedFolderTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private readonly TemporaryFolder _elsewhere = new();

    public void Dispose()
    {
        _temporary.Dispose();
        _elsewhere.Dispose();
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../other")]
    [InlineData("src/../../other")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    public void Paths_that_lead_out_of_the_folder_are_refused(string path)
    {
        var folder = Folder();
        if (path.Length == 0)
        {
            path = folder.Root + "-beside";
        }

        Assert.Throws<ToolException>(() => folder.Resolve(path));
    }

    [Theory]
    [InlineData(".git/config")]
    [InlineData("src/bin/x.dll")]
    [InlineData("node_modules")]
    [InlineData(".holdfast/demo/calls.jsonl")]
    public void What_other_programs_keep_for_themselves_is_refused(string path) => Assert.Throws<ToolException>(() => Folder().Resolve(path));

    [Fact]
    public void Paths_within_are_resolved()
    {
        _temporary.Write("src/a.cs", "a");
        Assert.Equal(Path.Combine(Folder().Root, "src", "a.cs"), Folder().Resolve("src/./x/../a.cs"));
        Assert.Equal(Folder().Root, Folder().Resolve("."));
    }

    [Fact]
    public void Symbolic_links_are_not_followed()
    {
        _elsewhere.Write("secret.txt", "secret");
        File.CreateSymbolicLink(Path.Combine(_temporary.Path, "link.txt"), Path.Combine(_elsewhere.Path, "secret.txt"));
        Directory.CreateSymbolicLink(Path.Combine(_temporary.Path, "folder"), _elsewhere.Path);

        Assert.Throws<ToolException>(() => Folder().Resolve("link.txt"));
        Assert.Throws<ToolException>(() => Folder().Resolve("folder/secret.txt"));
        Assert.Empty(SurveyedFolder.FilesBelow(Folder().Root));
    }

    [Fact]
    public void Files_come_in_ordinal_order_without_what_is_left_out()
    {
        foreach (var path in new[] { "b/z.cs", "b/A.cs", "a.cs", "obj/x.cs", "b/bin/y.cs", ".git/HEAD" })
        {
            _temporary.Write(path, "x");
        }

        Assert.Equal(["a.cs", "b/A.cs", "b/z.cs"], SurveyedFolder.FilesBelow(Folder().Root).Select(file => Folder().RelativeOf(file.FullName)));
    }

    private SurveyedFolder Folder() => new(_temporary.Path);
}
