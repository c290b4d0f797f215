using Holdfast.Cli.Demo.Calls;
using Holdfast.Cli.Demo.Ledger;

namespace Holdfast.Cli.Tests.Ledger;

public sealed class CallLedgerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string LedgerPath => Path.Combine(_folder.Path, "calls.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Lines_are_numbered_by_process_and_in_the_file_at_once()
    {
        using var first = new CallLedger(LedgerPath, processId: 1);
        first.Began(Start("turn 1"));
        first.Ended(new CallEnd { Start = Start("turn 1"), Asks = ["call"] });
        using var second = new CallLedger(LedgerPath, processId: 2);
        second.Began(Start("turn 2"));

        Assert.Equal([(1, 1L), (1, 2L), (2, 1L)], LedgerReader.ReadAll(LedgerPath).Select(entry => (entry.ProcessId, entry.Sequence)));
    }

    [Fact]
    public void A_line_that_a_killed_process_left_unfinished_does_not_spoil_the_next()
    {
        File.WriteAllText(LedgerPath, "{\"sequence\":1,\"proc");
        using var ledger = new CallLedger(LedgerPath, processId: 2);
        ledger.Began(Start("turn 1"));

        Assert.Equal("turn 1", Assert.Single(LedgerReader.ReadAll(LedgerPath)).Slot);
    }

    [Fact]
    public void A_reader_gives_a_line_once_it_is_whole()
    {
        var reader = new LineReader(LedgerPath);
        Assert.Empty(reader.ReadNew());
        File.AppendAllText(LedgerPath, "one\ntw");
        Assert.Equal(["one"], reader.ReadNew());
        File.AppendAllText(LedgerPath, "o\n");
        Assert.Equal(["two"], reader.ReadNew());
        Assert.Empty(reader.ReadNew());
    }

    private static CallStart Start(string slot) => new() { Kind = CallKind.Model, Slot = slot, Fingerprint = "same", IdempotencyKey = slot, Title = slot };
}
