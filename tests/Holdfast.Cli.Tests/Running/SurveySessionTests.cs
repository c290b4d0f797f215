using Holdfast.Cli.Demo.Agent;
using Holdfast.Cli.Demo.Calls;
using Holdfast.Cli.Demo.Ledger;
using Holdfast.Cli.Demo.Running;
using Holdfast.Protocol;

namespace Holdfast.Cli.Tests.Running;

public sealed class SurveySessionTests : IDisposable
{
    private static readonly SurveyPauses NoRests = new(RestEvery: 1_000, TimeSpan.Zero, ApprovesItselfAfter: null);

    private readonly TemporaryFolder _subject = new();
    private readonly TemporaryFolder _data = new();

    public SurveySessionTests()
    {
        _subject.Write("README.md", "# Subject\n");
        _subject.Write("src/a.cs", "class A;\n");
    }

    public void Dispose()
    {
        _subject.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task A_survey_in_memory_asks_for_an_approval_and_writes_its_report()
    {
        var (events, totals, result) = await RunAsync(Settings(dataFolder: null));

        Assert.Single(events.OfType<SurveyEvent.ApprovalWanted>());
        Assert.Equal("survey.md", result.ReportPath);
        Assert.True(File.Exists(Path.Combine(_subject.Path, "survey.md")));
        Assert.Equal((result.ModelCalls, result.ToolCalls), (totals.Made(CallKind.Model), totals.Made(CallKind.Tool)));
        Assert.Empty(LedgerChecker.Check(LedgerReader.ReadAll(LedgerPath)).Faults);
    }

    [Fact]
    public async Task A_survey_that_was_left_at_its_approval_goes_on_there_and_makes_no_call_again()
    {
        var settings = Settings(Path.Combine(_data.Path, "data"));
        var before = await RunAsync(settings, isLeftAtApproval: true);
        var after = await RunAsync(settings);

        Assert.Equal(before.Totals.Made(CallKind.Model), after.Totals.Remembered(CallKind.Model));
        Assert.Equal(before.Totals.Made(CallKind.Tool), after.Totals.Remembered(CallKind.Tool));
        Assert.Equal((1, 1), (after.Totals.Made(CallKind.Model), after.Totals.Made(CallKind.Tool)));
        Assert.Equal(0, LedgerChecker.Check(LedgerReader.ReadAll(LedgerPath)).AllowedRepeats);
    }

    [Fact]
    public async Task A_survey_that_has_ended_is_only_remembered_unless_a_fresh_one_is_wanted()
    {
        var settings = Settings(Path.Combine(_data.Path, "data"));
        var first = await RunAsync(settings);
        var again = await RunAsync(settings);
        var fresh = await RunAsync(settings, isFresh: true);

        Assert.Equal((0, 0), (again.Totals.Made(CallKind.Model), again.Totals.Made(CallKind.Tool)));
        Assert.Equal(first.Result, again.Result);
        Assert.Equal(0, fresh.Totals.Remembered(CallKind.Model));
        Assert.Equal(fresh.Result.ModelCalls, fresh.Totals.Made(CallKind.Model));
    }

    [Fact]
    public async Task A_model_that_is_not_configured_is_an_error_before_anything_starts()
    {
        var error = await Assert.ThrowsAsync<HoldfastException>(() => RunAsync(Settings(null) with { Model = "nobody" }));

        Assert.Equal(ErrorCodes.ModelNotConfigured, error.Code);
    }

    private string LedgerPath => Path.Combine(_data.Path, "calls.jsonl");

    private SurveySettings Settings(string? dataFolder) => new() { Folder = _subject.Path, ReportPath = "survey.md", DataFolder = dataFolder, Pauses = NoRests };

    private async Task<(IReadOnlyList<SurveyEvent> Events, SurveyTotals Totals, SurveyResult Result)> RunAsync(SurveySettings settings, bool isFresh = false, bool isLeftAtApproval = false)
    {
        using CallLedger ledger = new(LedgerPath, File.Exists(LedgerPath) ? LedgerReader.ReadAll(LedgerPath).Max(entry => entry.ProcessId) + 1 : 1);
        List<SurveyEvent> events = [];
        SurveyTotals totals = new();
        await using SurveySession session = new(settings, ledger, new HashSet<string>());
        await session.BeginAsync(isFresh, TestContext.Current.CancellationToken);
        await foreach (var happened in session.WatchAsync(TestContext.Current.CancellationToken))
        {
            events.Add(happened);
            totals.Take(happened);
            if (happened is SurveyEvent.ApprovalWanted wanted)
            {
                if (isLeftAtApproval)
                {
                    return (events, totals, new SurveyResult(string.Empty, null, 0, 0));
                }

                await session.ResolveAsync(wanted.Request.Approve("test"), TestContext.Current.CancellationToken);
            }
        }

        return (events, totals, await session.Run.ResultAsync(cancellationToken: TestContext.Current.CancellationToken));
    }
}
