namespace Holdfast.Simulation;

/// <content>Defects of the library of agents.</content>
internal static partial class MutantList
{
    private static IReadOnlyList<Mutant> OfAgents =>
    [
        new("approval-not-asked", "A tool call that needs an approval is made without one", Agents + "Activities/ToolCallPlanner.cs",
            "Verdict = mustAsk ?",
            "Verdict = mustAsk && !MUTANT ?"),
        new("rejection-overlooked", "A tool call that was rejected is made", Agents + "Loop/ToolCallRunner.cs",
            "            _ => FinishedCall.Error(plan, ToolCallOutcome.Rejected, RejectionText",
            "            _ when MUTANT => await InvokeAsync(plan, arguments),\n            _ => FinishedCall.Error(plan, ToolCallOutcome.Rejected, RejectionText"),
        new("second-decision-taken", "A decision about a call that was decided already is taken", Agents + "Approvals/ApprovalDesk.cs",
            "&& approval.Resolution is null)",
            "&& (MUTANT || approval.Resolution is null))"),
        new("decision-about-other-arguments", "A decision about other arguments than those of the call is taken", Agents + "Approvals/ApprovalRules.cs",
            "Require(string.Equals(resolution.ArgumentsHash,",
            "Require(MUTANT || string.Equals(resolution.ArgumentsHash,"),
        new("agent-ends-over-messages", "An agent ends over user messages that it has not seen", Agents + "Loop/AgentLoop.cs",
            "if (isAnswer && run.PendingMessageCount == 0)",
            "if (isAnswer && (MUTANT || run.PendingMessageCount == 0))"),
        new("agent-forgets-results", "An agent that continues as new forgets the results of its last tool calls, and has them made again", Agents + "Loop/AgentRun.cs",
            "        Messages = [.. _messages],\n",
            "        Messages = [.. MUTANT && _messages is [.., var last] && last.Role == ChatRole.Tool ? _messages.SkipLast(2) : _messages],\n"),
    ];
}
