using Holdfast.Cli.Demo.Calls;
using Holdfast.Cli.Demo.Ledger;
using Holdfast.Cli.Demo.Proof;
using Holdfast.Cli.Demo.Running;

namespace Holdfast.Cli.Tests.Proof;

public sealed class RunWatchTests : IDisposable
{
    private const int Process = 7;

    private readonly TemporaryFolder folder = new();
    private readonly ChildSettings settings;
    private readonly CallLedger ledger;
    private readonly WaitLog waits;

    public RunWatchTests()
    {
        settings = new ChildSettings
        {
            Folder = folder.Path,
            DataFolder = folder.Path,
            LedgerPath = Path.Combine(folder.Path, "calls.jsonl"),
            WaitLogPath = Path.Combine(folder.Path, "waits.jsonl"),
        };
        ledger = new CallLedger(settings.LedgerPath, Process);
        waits = new WaitLog(settings.WaitLogPath, Process, ledger);
    }

    public void Dispose()
    {
        waits.Dispose();
        ledger.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void It_tells_what_a_process_does_by_what_the_process_wrote()
    {
        RunWatch watch = new(settings);
        Assert.Equal(KillPhase.Starting, watch.Look(Process));
        ledger.Began(Start(CallKind.Model, "turn 1"));
        Assert.Equal(KillPhase.ModelCall, watch.Look(Process));
        ledger.Ended(new CallEnd { Start = Start(CallKind.Model, "turn 1") });
        Assert.Equal(KillPhase.Between, watch.Look(Process));
        ledger.Began(Start(CallKind.Tool, "a"));
        ledger.Began(Start(CallKind.Tool, "b"));
        ledger.Ended(new CallEnd { Start = Start(CallKind.Tool, "a") });
        Assert.Equal(KillPhase.ToolCall, watch.Look(Process));
        ledger.Ended(new CallEnd { Start = Start(CallKind.Tool, "b") });
        waits.Take(new SurveyEvent.RestBegan(TimeSpan.FromSeconds(1)));
        Assert.Equal(KillPhase.Waiting, watch.Look(Process));
        waits.Take(new SurveyEvent.RestEnded());
        Assert.Equal(KillPhase.Between, watch.Look(Process));
        Assert.Equal(3, watch.EndedCalls);
    }

    [Fact]
    public void Waiting_is_over_once_a_call_has_begun_also_when_nobody_said_so()
    {
        RunWatch watch = new(settings);
        waits.Take(new SurveyEvent.RestBegan(TimeSpan.FromSeconds(1)));
        Assert.Equal(KillPhase.Waiting, watch.Look(Process));
        ledger.Began(Start(CallKind.Model, "turn 1"));
        ledger.Ended(new CallEnd { Start = Start(CallKind.Model, "turn 1") });
        Assert.Equal(KillPhase.Between, watch.Look(Process));
    }

    [Fact]
    public void A_new_process_is_starting_whatever_the_one_before_had_open()
    {
        RunWatch watch = new(settings);
        ledger.Began(Start(CallKind.Model, "turn 1"));
        Assert.Equal(KillPhase.ModelCall, watch.Look(Process));
        Assert.Equal(KillPhase.Starting, watch.Look(Process + 1));
    }

    private static CallStart Start(CallKind kind, string slot) => new() { Kind = kind, Slot = slot, Fingerprint = "same", IdempotencyKey = slot, Title = slot };
}
