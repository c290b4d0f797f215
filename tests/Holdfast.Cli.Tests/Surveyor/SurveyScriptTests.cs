using System.Text.Json;
using Holdfast.Cli.Demo.Calls;
using Holdfast.Cli.Demo.Surveyor;
using Holdfast.Cli.Demo.Tools;
using Microsoft.Extensions.AI;

namespace Holdfast.Cli.Tests.Surveyor;

public sealed class SurveyScriptTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public SurveyScriptTests()
    {
        for (var part = 0; part < 5; part++)
        {
            for (var file = 0; file < 15; file++)
            {
                _temporary.Write($"part{part}/sub{file % 3}/File{file}.cs", string.Concat(Enumerable.Repeat("// line\n", file + part)));
            }
        }

        _temporary.Write("README.md", "# The subject\n\nIt has a to-do list: todo later.\n");
        _temporary.Write("tests/AllTests.cs", "class AllTests;\n");
    }

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task It_surveys_a_folder_in_many_turns_with_several_calls_at_a_time_and_writes_a_report()
    {
        var conversation = new Conversation(_temporary.Path);
        await conversation.RunAsync();

        Assert.InRange(conversation.Messages.Count(message => message.Role == ChatRole.Assistant), 15, 40);
        Assert.InRange(conversation.Calls.Count(), 40, 100);
        Assert.Contains("The report is in 'report.md'", conversation.Answer, StringComparison.Ordinal);
        var report = await File.ReadAllTextAsync(Path.Combine(_temporary.Path, "report.md"));
        Assert.Contains("# Survey of subject", report, StringComparison.Ordinal);
        Assert.Contains("| `part4/` | 15 |", report, StringComparison.Ordinal);
        Assert.Contains("| todo | 1 | 1 | `README.md` |", report, StringComparison.Ordinal);
        Assert.Contains("- `README.md` (3 lines): The subject", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_next_step_follows_from_the_transcript_alone_also_after_the_transcript_was_stored()
    {
        var conversation = new Conversation(_temporary.Path);
        await conversation.RunAsync();
        var stored = JsonSerializer.Deserialize<List<ChatMessage>>(JsonSerializer.Serialize(conversation.Messages, AIJsonUtilities.DefaultOptions), AIJsonUtilities.DefaultOptions)!;
        for (var turn = 0; turn < stored.Count; turn++)
        {
            if (stored[turn].Role == ChatRole.Assistant)
            {
                var again = await new Conversation(_temporary.Path).AskAsync(stored.Take(turn));
                Assert.Equal(Fingerprint.Of([conversation.Messages[turn]]), Fingerprint.Of(again.Messages));
            }
        }
    }

    [Fact]
    public async Task It_asks_for_nothing_twice()
    {
        var conversation = new Conversation(_temporary.Path);
        await conversation.RunAsync();

        Assert.Empty(conversation.Calls.GroupBy(call => Fingerprint.Of(call.Name, call.Arguments!)).Where(group => group.Count() > 1));
    }

    [Fact]
    public async Task It_comes_to_an_end_when_its_tools_fail()
    {
        var conversation = new Conversation(_temporary.Path);
        await conversation.RunAsync(call => call.Name == WriteReportTool.Name ? null : Conversation.Error("The tool failed."));

        Assert.Contains("The folder could not be measured.", conversation.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_takes_a_rejection_for_an_answer()
    {
        var conversation = new Conversation(_temporary.Path);
        await conversation.RunAsync(call => call.Name == WriteReportTool.Name ? Conversation.Error("Not now.") : null);

        Assert.StartsWith("I wrote no report. Not now. What I found:", conversation.Answer, StringComparison.Ordinal);
        Assert.Equal(1, conversation.Calls.Count(call => call.Name == WriteReportTool.Name));
    }

    [Fact]
    public void A_task_is_read_from_its_message()
    {
        var task = new SurveyTask("a folder", "out/report.md");

        Assert.Equal(task, SurveyTask.FromMessage(task.ToMessage()));
        Assert.Null(SurveyTask.FromMessage("Hello"));
    }
}
