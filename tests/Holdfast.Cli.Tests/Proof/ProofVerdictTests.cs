using Holdfast.Cli.Demo.Proof;
using Holdfast.Cli.Tests.Ledger;

namespace Holdfast.Cli.Tests.Proof;

public sealed class ProofVerdictTests
{
    private static readonly byte[] Report = [1, 2, 3];

    [Fact]
    public void Everything_as_it_should_be_is_a_proof() => Assert.Empty(Judge());

    [Fact]
    public void A_report_that_differs_is_no_proof() => Assert.Contains("report differs", Assert.Single(Judge(report: [1, 2, 4])), StringComparison.Ordinal);

    [Fact]
    public void No_report_at_all_is_no_proof() => Assert.NotEmpty(Judge(report: []));

    [Fact]
    public void A_broken_rule_is_no_proof() =>
        Assert.Contains("NotRepeatedAfterUse", Assert.Single(Judge(LedgerBook.Undisturbed().Ask(2, 1).Answer(2, 1))), StringComparison.Ordinal);

    [Fact]
    public void Another_number_of_calls_than_undisturbed_is_no_proof() =>
        Assert.Contains("3 Model calls, but 2", Assert.Single(Judge(LedgerBook.Undisturbed().Ask(1, 3, results: "call").Answer(1, 3))), StringComparison.Ordinal);

    [Fact]
    public void Too_few_kills_are_no_proof() => Assert.Contains("after 5 kills", Assert.Single(Judge(wantedKills: 6)), StringComparison.Ordinal);

    [Fact]
    public void A_phase_that_no_kill_hit_is_no_proof() => Assert.Contains("'Waiting'", Assert.Single(Judge(missed: KillPhase.Waiting)), StringComparison.Ordinal);

    private static IReadOnlyList<string> Judge(LedgerBook? killed = null, byte[]? report = null, int wantedKills = 5, KillPhase? missed = null)
    {
        var plan = new KillPlan(5, calls: 70, seed: 1);
        foreach (var phase in Enum.GetValues<KillPhase>())
        {
            plan.Count(phase == missed ? KillPhase.ModelCall : phase);
        }

        return ProofVerdict.FailuresOf(LedgerBook.Undisturbed().Check(), (killed ?? LedgerBook.Undisturbed()).Check(), Report, report ?? Report, plan, wantedKills);
    }
}
