using Holdfast.Cli.Demo.Calls;

namespace Holdfast.Cli.Demo.Ledger;

/// <summary>Holds a ledger to its rules. It reads the ledger and nothing else.</summary>
internal sealed class LedgerChecker
{
    private readonly Dictionary<string, CallRecord> _calls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _slotsByKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _askers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, long> _sequences = [];
    private readonly List<LedgerFault> _faults = [];
    private int? _lastProcess;

    /// <summary>Checks a ledger.</summary>
    public static LedgerFindings Check(IEnumerable<LedgerEntry> entries)
    {
        var checker = new LedgerChecker();
        foreach (var entry in entries)
        {
            checker.Take(entry);
        }

        checker.TakeEnd();
        return new LedgerFindings(checker._calls.Values, checker._faults);
    }

    private void Take(LedgerEntry entry)
    {
        CheckOrder(entry);
        if (entry.Moment == LedgerMoment.Begin)
        {
            Begin(entry);
        }
        else
        {
            End(entry);
        }
    }

    private void CheckOrder(LedgerEntry entry)
    {
        var expected = _sequences.GetValueOrDefault(entry.ProcessId) + 1;
        Require(entry.Sequence == expected, LedgerRule.Unbroken, entry, $"process {entry.ProcessId} wrote line {entry.Sequence} where its line {expected} should be");
        Require(_lastProcess is null || _lastProcess == entry.ProcessId || entry.Sequence == 1, LedgerRule.Unbroken, entry, $"processes {_lastProcess} and {entry.ProcessId} wrote at the same time");
        _sequences[entry.ProcessId] = entry.Sequence;
        _lastProcess = entry.ProcessId;
    }

    private void Begin(LedgerEntry entry)
    {
        var call = CallOf(entry);
        Require(call.FirstUser is null, LedgerRule.NotRepeatedAfterUse, entry, $"attempted again although {call.FirstUser} had begun with its result");
        Require(call.Begin(entry), LedgerRule.NotRepeatedInOneProcess, entry, $"attempted twice by process {entry.ProcessId}");
        Require(call.Keys.Count == 1, LedgerRule.OneKeyPerCall, entry, $"had several idempotency keys: {string.Join(", ", call.Keys)}");
        Require(call.Fingerprints.Count == 1, LedgerRule.OneQuestionPerCall, entry, "asked for something else than at an earlier attempt");
        Require(entry.Key.Length > 0 && _slotsByKey.GetValueOrDefault(entry.Key, entry.Slot) == entry.Slot, LedgerRule.OneCallPerKey, entry, entry.Key.Length == 0 ? "had no idempotency key" : $"had the idempotency key of {_slotsByKey.GetValueOrDefault(entry.Key)}");
        _slotsByKey.TryAdd(entry.Key, entry.Slot);
        foreach (var used in UsedBy(entry))
        {
            Use(used, entry);
        }
    }

    private IEnumerable<string> UsedBy(LedgerEntry entry)
    {
        if (entry.Kind == CallKind.Model)
        {
            return entry.Uses;
        }

        var isAsked = _askers.TryGetValue(entry.Slot, out var asker);
        Require(isAsked, LedgerRule.AskedFor, entry, "was called although no answer of the model had asked for it");
        return isAsked ? [asker!] : [];
    }

    private void Use(string used, LedgerEntry user)
    {
        var call = _calls.GetValueOrDefault(used);
        Require(call?.HasEnded == true, LedgerRule.EndedBeforeUse, user, $"began with the result of {used}, which had not ended");
        call?.UseFor(user.Slot);
    }

    private void End(LedgerEntry entry)
    {
        var call = CallOf(entry);
        Require(call.HasBegunIn(entry.ProcessId), LedgerRule.Unbroken, entry, $"ended in process {entry.ProcessId} without having begun there");
        if (entry.Failure is not null)
        {
            call.Fail(entry.ProcessId);
            return;
        }

        call.End();
        foreach (var asked in entry.Asks)
        {
            _askers.TryAdd(asked, entry.Slot);
        }
    }

    private void TakeEnd()
    {
        foreach (var call in _calls.Values.Where(call => !call.HasEnded && !call.HasFailed))
        {
            _faults.Add(new LedgerFault(LedgerRule.Ended, call.Slot, $"{call.Slot}: {call.Attempts} attempts, and none ended"));
        }
    }

    private CallRecord CallOf(LedgerEntry entry)
    {
        if (!_calls.TryGetValue(entry.Slot, out var call))
        {
            call = new CallRecord(entry.Kind, entry.Slot);
            _calls.Add(entry.Slot, call);
        }

        return call;
    }

    private void Require(bool holds, LedgerRule rule, LedgerEntry entry, string problem)
    {
        if (!holds)
        {
            _faults.Add(new LedgerFault(rule, entry.Slot, $"{entry.Slot} {problem}"));
        }
    }
}
