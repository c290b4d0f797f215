using System.Text.Json;
using Holdfast.Cli.Demo.Calls;
using Holdfast.Cli.Demo.Ledger;

namespace Holdfast.Cli.Demo.Proof;

/// <summary>Tells from ledger and log of waiting what a child is doing.</summary>
internal sealed class RunWatch(ChildSettings settings)
{
    private readonly LedgerReader ledger = new(settings.LedgerPath);
    private readonly LineReader waits = new(settings.WaitLogPath);
    private readonly HashSet<string> ended = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CallKind> open = new(StringComparer.Ordinal);
    private WaitEntry? lastWait;
    private int process;
    private long processLines;
    private int taken;

    /// <summary>Calls of the conversation that have ended so far.</summary>
    public int EndedCalls => ended.Count;

    /// <summary>Reads what is new, and tells what the process is doing, or was doing when it ended.</summary>
    public KillPhase Look(int processId)
    {
        if (process != processId)
        {
            (process, processLines) = (processId, 0);
            open.Clear();
        }

        ledger.ReadNew();
        foreach (var entry in ledger.Entries.Skip(taken))
        {
            Take(entry);
        }

        taken = ledger.Entries.Count;
        lastWait = waits.ReadNew().Select(ParseWait).OfType<WaitEntry>().LastOrDefault() ?? lastWait;
        return Phase();
    }

    private void Take(LedgerEntry entry)
    {
        processLines += entry.ProcessId == process ? 1 : 0;
        if (entry.Moment == LedgerMoment.Begin)
        {
            open[entry.Slot] = entry.Kind;
            return;
        }

        open.Remove(entry.Slot);
        ended.Add(entry.Slot);
    }

    private KillPhase Phase()
    {
        var wait = lastWait?.ProcessId == process ? lastWait : null;
        return open.Count > 0 ? (open.ContainsValue(CallKind.Model) ? KillPhase.ModelCall : KillPhase.ToolCall)
            : wait is { IsWaiting: true } && wait.LedgerLines == processLines ? KillPhase.Waiting
            : wait is null && processLines == 0 ? KillPhase.Starting
            : KillPhase.Between;
    }

    private static WaitEntry? ParseWait(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, ProofJson.Default.WaitEntry);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
