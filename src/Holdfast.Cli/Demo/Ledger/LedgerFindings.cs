using Holdfast.Cli.Demo.Calls;

namespace Holdfast.Cli.Demo.Ledger;

/// <summary>What a ledger proves, and what it does not.</summary>
internal sealed class LedgerFindings(IReadOnlyCollection<CallRecord> calls, IReadOnlyList<LedgerFault> faults)
{
    /// <summary>The broken rules, in the ledger's order.</summary>
    public IReadOnlyList<LedgerFault> Faults { get; } = faults;

    /// <summary>Attempts beyond the first that were allowed: nothing had used the result.</summary>
    public int AllowedRepeats => calls.Sum(call => call.Attempts - 1) - ForbiddenRepeats;

    /// <summary>Of those, such as came after an attempt had its result: it was killed before Holdfast could record it.</summary>
    public int RepeatsAfterEnd => calls.Sum(call => call.RepeatsAfterEnd);

    /// <summary>Attempts at a call whose result had been used.</summary>
    public int ForbiddenRepeats => Faults.Count(fault => fault.Rule is LedgerRule.NotRepeatedAfterUse or LedgerRule.NotRepeatedInOneProcess);

    /// <summary>Most keys that one call had.</summary>
    public int MostKeysPerCall => calls.Count == 0 ? 0 : calls.Max(call => call.Keys.Count);

    /// <summary>Calls of a kind.</summary>
    public int Calls(CallKind kind) => calls.Count(call => call.Kind == kind);

    /// <summary>Attempts at calls of a kind.</summary>
    public int Attempts(CallKind kind) => calls.Where(call => call.Kind == kind).Sum(call => call.Attempts);

    /// <summary>A line for people.</summary>
    public override string ToString() =>
        $"{Calls(CallKind.Model)} model calls in {Attempts(CallKind.Model)} attempts, {Calls(CallKind.Tool)} tool calls in {Attempts(CallKind.Tool)} attempts, {(Faults.Count == 0 ? "none repeated once its result was used" : $"{Faults.Count} rules broken")}";
}
