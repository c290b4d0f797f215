using Holdfast.Cli.Demo.Calls;
using Holdfast.Cli.Demo.Ledger;

namespace Holdfast.Cli.Tests.Ledger;

public sealed class LedgerCheckerTests
{
    [Fact]
    public void An_undisturbed_conversation_has_no_faults()
    {
        var findings = LedgerBook.Undisturbed().Check();

        Assert.Empty(findings.Faults);
        Assert.Equal((2, 2), (findings.Calls(CallKind.Model), findings.Attempts(CallKind.Model)));
        Assert.Equal((1, 1), (findings.Calls(CallKind.Tool), findings.Attempts(CallKind.Tool)));
        Assert.Equal((0, 0, 1), (findings.AllowedRepeats, findings.ForbiddenRepeats, findings.MostKeysPerCall));
    }

    [Fact]
    public void A_call_in_flight_at_a_kill_may_be_attempted_again_under_its_key()
    {
        var findings = new LedgerBook().Ask(1, 1).Ask(2, 1).Answer(2, 1, "call").Call(2, "call").Call(3, "call").Return(3, "call").Ask(3, 2, results: "call").Answer(3, 2).Check();

        Assert.Empty(findings.Faults);
        Assert.Equal((2, 0), (findings.AllowedRepeats, findings.RepeatsAfterEnd));
    }

    [Fact]
    public void A_call_that_ended_may_be_attempted_again_while_nothing_has_used_its_result()
    {
        var findings = new LedgerBook().Ask(1, 1).Answer(1, 1).Ask(2, 1).Answer(2, 1).Check();

        Assert.Empty(findings.Faults);
        Assert.Equal((1, 1), (findings.AllowedRepeats, findings.RepeatsAfterEnd));
    }

    [Fact]
    public void A_model_call_repeated_after_a_tool_began_that_it_asked_for_is_a_fault()
    {
        var findings = new LedgerBook().Ask(1, 1).Answer(1, 1, "call").Call(1, "call").Ask(2, 1).Answer(2, 1, "call").Call(2, "call").Return(2, "call").Check();

        AssertSingle(LedgerRule.NotRepeatedAfterUse, "turn 1", findings);
        Assert.Equal(1, findings.ForbiddenRepeats);
    }

    [Fact]
    public void A_tool_call_repeated_after_a_model_call_began_with_its_result_is_a_fault()
    {
        var findings = new LedgerBook().Ask(1, 1).Answer(1, 1, "call").Call(1, "call").Return(1, "call").Ask(1, 2, results: "call")
            .Call(2, "call").Return(2, "call").Ask(2, 2, results: "call").Answer(2, 2).Check();

        AssertSingle(LedgerRule.NotRepeatedAfterUse, "call", findings);
    }

    [Fact]
    public void A_model_call_repeated_after_a_later_one_is_a_fault()
    {
        var findings = LedgerBook.Undisturbed().Ask(2, 1).Answer(2, 1).Check();

        AssertSingle(LedgerRule.NotRepeatedAfterUse, "turn 1", findings);
    }

    [Fact]
    public void A_call_attempted_twice_by_one_process_is_a_fault()
    {
        var findings = new LedgerBook().Ask(1, 1).Ask(1, 1).Answer(1, 1).Check();

        AssertSingle(LedgerRule.NotRepeatedInOneProcess, "turn 1", findings);
    }

    [Fact]
    public void A_call_that_failed_may_be_attempted_again_by_its_process()
    {
        var findings = new LedgerBook().Ask(1, 1).Answer(1, 1, "call").Call(1, "call").Return(1, "call", failure: "no luck").Call(1, "call").Return(1, "call").Check();

        Assert.Empty(findings.Faults);
    }

    [Fact]
    public void A_call_with_two_keys_is_a_fault()
    {
        var findings = new LedgerBook().Ask(1, 1).Ask(2, 1, key: "another").Answer(2, 1).Check();

        AssertSingle(LedgerRule.OneKeyPerCall, "turn 1", findings);
        Assert.Equal(2, findings.MostKeysPerCall);
    }

    [Fact]
    public void Two_calls_with_one_key_are_a_fault()
    {
        var findings = new LedgerBook().Ask(1, 1).Answer(1, 1, "a", "b").Call(1, "a", key: "one").Call(1, "b", key: "one").Return(1, "a").Return(1, "b").Check();

        AssertSingle(LedgerRule.OneCallPerKey, "b", findings);
    }

    [Fact]
    public void A_call_without_key_is_a_fault() =>
        AssertSingle(LedgerRule.OneCallPerKey, "turn 1", new LedgerBook().Ask(1, 1, key: string.Empty).Answer(1, 1).Check());

    [Fact]
    public void A_call_that_asks_for_something_else_at_another_attempt_is_a_fault() =>
        AssertSingle(LedgerRule.OneQuestionPerCall, "turn 1", new LedgerBook().Ask(1, 1).Ask(2, 1, fingerprint: "other").Answer(2, 1).Check());

    [Fact]
    public void A_result_used_although_its_call_never_ended_is_a_fault()
    {
        var findings = LedgerBook.Undisturbed().Without(entry => entry is { Slot: "call", Moment: LedgerMoment.End }).Check();

        Assert.Contains(findings.Faults, fault => fault is { Rule: LedgerRule.EndedBeforeUse, Slot: "turn 2" });
        Assert.Contains(findings.Faults, fault => fault is { Rule: LedgerRule.Ended, Slot: "call" });
    }

    [Fact]
    public void A_call_that_never_ended_is_a_fault() =>
        AssertSingle(LedgerRule.Ended, "turn 1", new LedgerBook().Ask(1, 1).Check());

    [Fact]
    public void A_tool_call_that_the_model_did_not_ask_for_is_a_fault() =>
        AssertSingle(LedgerRule.AskedFor, "call", new LedgerBook().Ask(1, 1).Answer(1, 1).Call(1, "call").Return(1, "call").Check());

    [Fact]
    public void A_missing_line_is_a_fault()
    {
        var findings = LedgerBook.Undisturbed().Without(entry => entry is { Slot: "call", Moment: LedgerMoment.Begin }).Check();

        Assert.Contains(findings.Faults, fault => fault.Rule == LedgerRule.Unbroken);
    }

    [Fact]
    public void Two_processes_that_write_at_the_same_time_are_a_fault()
    {
        var findings = new LedgerBook().Ask(1, 1).Ask(2, 1).Answer(1, 1, "call").Answer(2, 1, "call").Check();

        Assert.All(findings.Faults, fault => Assert.Equal(LedgerRule.Unbroken, fault.Rule));
        Assert.NotEmpty(findings.Faults);
    }

    private static void AssertSingle(LedgerRule rule, string slot, LedgerFindings findings)
    {
        var fault = Assert.Single(findings.Faults);
        Assert.Equal((rule, slot), (fault.Rule, fault.Slot));
    }
}
