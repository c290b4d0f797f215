using Holdfast.Cli.Demo.Calls;
using Holdfast.Cli.Demo.Ledger;

namespace Holdfast.Cli.Demo.Proof;

/// <summary>Judges a proof: by the ledgers, the reports and the phases that the kills hit.</summary>
internal static class ProofVerdict
{
    private const int MostFaultsTold = 20;

    /// <summary>What was not proved; empty when everything was.</summary>
    public static IReadOnlyList<string> FailuresOf(LedgerFindings control, LedgerFindings killed, byte[] controlReport, byte[] killedReport, KillPlan plan, int wantedKills) =>
    [
        .. control.Faults.Take(MostFaultsTold).Select(fault => $"undisturbed run, {fault.Rule}: {fault.Message}"),
        .. killed.Faults.Take(MostFaultsTold).Select(fault => $"{fault.Rule}: {fault.Message}"),
        .. When(control.AllowedRepeats > 0, "calls were repeated in the undisturbed run"),
        .. When(controlReport.Length == 0, "the undisturbed run wrote no report"),
        .. When(!controlReport.AsSpan().SequenceEqual(killedReport), "the report differs from that of the undisturbed run"),
        .. Enum.GetValues<CallKind>().Where(kind => control.Calls(kind) != killed.Calls(kind)).Select(kind => $"{killed.Calls(kind)} {kind} calls, but {control.Calls(kind)} in the undisturbed run"),
        .. When(plan.KillCount < wantedKills, $"the agent finished after {plan.KillCount} kills"),
        .. plan.Missing.Select(phase => $"no kill hit the phase '{phase}'"),
    ];

    private static IEnumerable<string> When(bool condition, string failure) => condition ? [failure] : [];
}
