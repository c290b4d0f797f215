using System.Text.Json;
using Holdfast.Cli.Demo.Calls;
using Holdfast.Cli.Demo.Ledger;

namespace Holdfast.Cli.Demo.Proof;

/// <summary>Tells from ledger and log of waiting what a child is doing.</summary>
internal sealed class RunWatch(ChildSettings settings)
{
    private readonly LedgerReader _ledger = new(settings.LedgerPath);
    private readonly LineReader _waits = new(settings.WaitLogPath);
    private readonly HashSet<string> _ended = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CallKind> _open = new(StringComparer.Ordinal);
    private WaitEntry? _lastWait;
    private int _process;
    private long _processLines;
    private int _taken;

    /// <summary>Calls of the conversation that have ended so far.</summary>
    public int EndedCalls => _ended.Count;

    /// <summary>Reads what is new, and tells what the process is doing, or was doing when it ended.</summary>
    public KillPhase Look(int processId)
    {
        if (_process != processId)
        {
            (_process, _processLines) = (processId, 0);
            _open.Clear();
        }

        _ledger.ReadNew();
        foreach (var entry in _ledger.Entries.Skip(_taken))
        {
            Take(entry);
        }

        _taken = _ledger.Entries.Count;
        _lastWait = _waits.ReadNew().Select(ParseWait).OfType<WaitEntry>().LastOrDefault() ?? _lastWait;
        return Phase();
    }

    private void Take(LedgerEntry entry)
    {
        _processLines += entry.ProcessId == _process ? 1 : 0;
        if (entry.Moment == LedgerMoment.Begin)
        {
            _open[entry.Slot] = entry.Kind;
            return;
        }

        _open.Remove(entry.Slot);
        _ended.Add(entry.Slot);
    }

    private KillPhase Phase()
    {
        var wait = _lastWait?.ProcessId == _process ? _lastWait : null;
        return _open.Count > 0 ? (_open.ContainsValue(CallKind.Model) ? KillPhase.ModelCall : KillPhase.ToolCall)
            : wait is { IsWaiting: true } && wait.LedgerLines == _processLines ? KillPhase.Waiting
            : wait is null && _processLines == 0 ? KillPhase.Starting
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
