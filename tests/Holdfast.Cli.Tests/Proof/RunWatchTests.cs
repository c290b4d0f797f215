using Holdfast.Cli.Demo.Calls;
using Holdfast.Cli.Demo.Ledger;
using Holdfast.Cli.Demo.Proof;
using Holdfast.Cli.Demo.Running;

namespace Holdfast.Cli.Tests.Proof;

public sealed class RunWatchTests : IDisposable
{
    private const int Process = 7;

    private readonly TemporaryFolder _folder = new();
    private readonly ChildSettings _settings;
    private readonly CallLedger _ledger;
    private readonly WaitLog _waits;

    public RunWatchTests()
    {
        _settings = new ChildSettings
        {
            Folder = _folder.Path,
            DataFolder = _folder.Path,
            LedgerPath = Path.Combine(_folder.Path, "calls.jsonl"),
            WaitLogPath = Path.Combine(_folder.Path, "waits.jsonl"),
        };
        _ledger = new CallLedger(_settings.LedgerPath, Process);
        _waits = new WaitLog(_settings.WaitLogPath, Process, _ledger);
    }

    public void Dispose()
    {
        _waits.Dispose();
        _ledger.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void It_tells_what_a_process_does_by_what_the_process_wrote()
    {
        RunWatch watch = new(_settings);
        Assert.Equal(KillPhase.Starting, watch.Look(Process));
        _ledger.Began(Start(CallKind.Model, "turn 1"));
        Assert.Equal(KillPhase.ModelCall, watch.Look(Process));
        _ledger.Ended(new CallEnd { Start = Start(CallKind.Model, "turn 1") });
        Assert.Equal(KillPhase.Between, watch.Look(Process));
        _ledger.Began(Start(CallKind.Tool, "a"));
        _ledger.Began(Start(CallKind.Tool, "b"));
        _ledger.Ended(new CallEnd { Start = Start(CallKind.Tool, "a") });
        Assert.Equal(KillPhase.ToolCall, watch.Look(Process));
        _ledger.Ended(new CallEnd { Start = Start(CallKind.Tool, "b") });
        _waits.Take(new SurveyEvent.RestBegan(TimeSpan.FromSeconds(1)));
        Assert.Equal(KillPhase.Waiting, watch.Look(Process));
        _waits.Take(new SurveyEvent.RestEnded());
        Assert.Equal(KillPhase.Between, watch.Look(Process));
        Assert.Equal(3, watch.EndedCalls);
    }

    [Fact]
    public void Waiting_is_over_once_a_call_has_begun_also_when_nobody_said_so()
    {
        RunWatch watch = new(_settings);
        _waits.Take(new SurveyEvent.RestBegan(TimeSpan.FromSeconds(1)));
        Assert.Equal(KillPhase.Waiting, watch.Look(Process));
        _ledger.Began(Start(CallKind.Model, "turn 1"));
        _ledger.Ended(new CallEnd { Start = Start(CallKind.Model, "turn 1") });
        Assert.Equal(KillPhase.Between, watch.Look(Process));
    }

    [Fact]
    public void A_new_process_is_starting_whatever_the_one_before_had_open()
    {
        RunWatch watch = new(_settings);
        _ledger.Began(Start(CallKind.Model, "turn 1"));
        Assert.Equal(KillPhase.ModelCall, watch.Look(Process));
        Assert.Equal(KillPhase.Starting, watch.Look(Process + 1));
    }

    private static CallStart Start(CallKind kind, string slot) => new() { Kind = kind, Slot = slot, Fingerprint = "same", IdempotencyKey = slot, Title = slot };
}
