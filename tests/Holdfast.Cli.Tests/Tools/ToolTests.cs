using Holdfast.Agents;
using Holdfast.Cli.Demo.Agent;
using Holdfast.Cli.Demo.Calls;
using Holdfast.Cli.Demo.Tools;
using Microsoft.Extensions.AI;

namespace Holdfast.Cli.Tests.Tools;

public sealed class ToolTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void Listing_tells_folders_with_their_files_and_files_with_their_size()
    {
        _temporary.Write("src/a.cs", "1");
        _temporary.Write("src/deep/b.cs", "1");
        _temporary.Write("readme.md", "12345");

        var listing = new ListFilesTool(Folder(), TimeProvider.System).List();

        Assert.Equal([new FolderEntry("readme.md", "file", Bytes: 5), new FolderEntry("src", "folder", Files: 2)], listing.Entries);
    }

    [Fact]
    public void Listing_shows_a_limited_number_of_entries_and_counts_the_rest()
    {
        for (var i = 0; i < ToolLimits.MaxEntries + 3; i++)
        {
            _temporary.Write($"{i:D4}.txt", string.Empty);
        }

        var listing = new ListFilesTool(Folder(), TimeProvider.System).List();

        Assert.Equal((ToolLimits.MaxEntries, 3), (listing.Entries.Count, listing.LeftOut));
    }

    [Fact]
    public void Reading_gives_the_lines_wanted_and_cuts_long_ones()
    {
        _temporary.Write("a.txt", $"one\n{new string('x', ToolLimits.MaxLineChars + 1)}\nthree\n");

        var reading = new ReadFileTool(Folder()).Read("a.txt", firstLine: 2, lines: 1);

        Assert.Equal((3, 2, false), (reading.Lines, reading.FirstLine, reading.IsWhole));
        Assert.Equal(new string('x', ToolLimits.MaxLineChars) + " …", reading.Text);
    }

    [Fact]
    public void Binary_and_very_large_files_are_not_read()
    {
        _temporary.Write("binary.dat", "MZ\0\0");
        _temporary.Write("large.txt", new string('x', (int)ToolLimits.MaxTextBytes + 1));

        Assert.Null(new ReadFileTool(Folder()).Read("binary.dat").Lines);
        Assert.Null(new ReadFileTool(Folder()).Read("large.txt").Lines);
        Assert.Equal(2, new MeasureTool(Folder(), TimeProvider.System).Measure().OtherFiles);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(1, ToolLimits.MaxLines + 1)]
    public void Reading_refuses_line_numbers_out_of_range(int firstLine, int lines)
    {
        _temporary.Write("a.txt", "one");
        Assert.Throws<ToolException>(() => new ReadFileTool(Folder()).Read("a.txt", firstLine, lines));
    }

    [Fact]
    public void Searching_counts_all_lines_and_shows_the_first_places()
    {
        _temporary.Write("a.txt", string.Concat(Enumerable.Repeat("Fix me\n", ToolLimits.MaxPlaces + 5)));
        _temporary.Write("b.txt", "fixture\nfix\n");

        var anywhere = new SearchTextTool(Folder(), TimeProvider.System).Search("FIX");
        var words = new SearchTextTool(Folder(), TimeProvider.System).Search("fix", "b.txt", wholeWord: true);

        Assert.Equal((ToolLimits.MaxPlaces + 7, 2, ToolLimits.MaxPlaces), (anywhere.Lines, anywhere.Files, anywhere.Places.Count));
        Assert.Equal(new SearchPlace("b.txt", 2, "fix"), Assert.Single(words.Places));
    }

    [Fact]
    public void Measuring_tells_languages_tests_and_the_largest_files()
    {
        _temporary.Write("src/a.cs", "1\n2\n3\n");
        _temporary.Write("tests/aTests.cs", "1\n2\n");
        _temporary.Write("readme.md", "1\n");

        var measured = new MeasureTool(Folder(), TimeProvider.System).Measure();

        Assert.Equal((3, 6, 5, 2), (measured.Files, measured.Lines, measured.CodeLines, measured.TestCodeLines));
        Assert.Equal([("C#", 5), ("Markdown", 1)], measured.Languages.Select(share => (share.Language, share.Lines)));
        Assert.Equal(["src/a.cs", "tests/aTests.cs"], measured.Largest.Select(file => file.Path));
    }

    [Fact]
    public void What_is_not_there_is_an_error_for_the_model()
    {
        Assert.Throws<ToolException>(() => new ListFilesTool(Folder(), TimeProvider.System).List("nowhere"));
        Assert.Throws<ToolException>(() => new ReadFileTool(Folder()).Read("nowhere.txt"));
        Assert.Throws<ToolException>(() => new MeasureTool(Folder(), TimeProvider.System).Measure("nowhere"));
        Assert.Throws<ToolException>(() => new SearchTextTool(Folder(), TimeProvider.System).Search(string.Empty));
    }

    [Fact]
    public void A_call_that_takes_too_long_ends_with_an_error_for_the_model()
    {
        _temporary.Write("a.txt", "a");
        Assert.Throws<ToolException>(() => new MeasureTool(Folder(), new HurryingClock()).Measure());
    }

    [Fact]
    public async Task Writing_the_report_twice_gives_the_same_file()
    {
        var tool = new WriteReportTool(Folder());
        var first = await tool.WriteAsync("out/report.md", "# Report");
        var second = await tool.WriteAsync("out/report.md", "# Report");

        Assert.Equal(first, second);
        Assert.Equal($"{WriteReportTool.Mark}\n\n# Report\n", await File.ReadAllTextAsync(Path.Combine(_temporary.Path, "out", "report.md")));
    }

    [Fact]
    public async Task Trouble_with_files_is_told_to_the_model()
    {
        _temporary.Write("README.md", "mine");
        var tools = SurveyTools.Create(Folder(), new CallWatch(new CallObservers([]), CallLatency.None, new Random(0), TimeProvider.System), TimeProvider.System);
        var write = tools.Single(tool => tool.Name == WriteReportTool.Name).Function;
        AIFunctionArguments arguments = new() { ["path"] = "README.md/report.md", ["markdown"] = "# Report" };

        await Assert.ThrowsAsync<ToolException>(async () => await write.InvokeAsync(arguments));
    }

    [Fact]
    public void Empty_files_are_text_without_lines()
    {
        _temporary.Write("empty.cs", string.Empty);
        Assert.Equal((1, 0, 0), (new MeasureTool(Folder(), TimeProvider.System).Measure().Files, new MeasureTool(Folder(), TimeProvider.System).Measure().OtherFiles, new ReadFileTool(Folder()).Read("empty.cs").Lines));
    }

    [Theory]
    [InlineData("../report.md")]
    [InlineData("/tmp/report.md")]
    [InlineData(".git/report.md")]
    [InlineData("report.txt")]
    [InlineData("README.md")]
    public async Task Reports_go_into_the_folder_and_never_over_a_file_that_is_none(string path)
    {
        _temporary.Write("README.md", "mine");
        await Assert.ThrowsAsync<ToolException>(() => new WriteReportTool(Folder()).WriteAsync(path, "# Report"));
        Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(_temporary.Path, "README.md")));
    }

    private SurveyedFolder Folder() => new(_temporary.Path);

    /// <summary>A clock on which a minute passes between any two looks.</summary>
    private sealed class HurryingClock : TimeProvider
    {
        private long _timestamp;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _timestamp += 60;
    }
}
