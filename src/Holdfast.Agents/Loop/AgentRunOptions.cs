namespace Holdfast.Agents;

/// <summary>How an agent runs inside a workflow.</summary>
public sealed record AgentRunOptions
{
    /// <summary>
    /// Decides about tool calls that need an approval, in workflow code: <see cref="ApprovalDesk.DecideAsync"/>, or a rule of the workflow's own. Other calls of the
    /// same response run on meanwhile. Default: nobody decides, and such calls are rejected.
    /// </summary>
    public Func<ApprovalRequest, CancellationToken, Task<ApprovalResolution>>? Approve { get; init; }

    /// <summary>
    /// Asked between two steps; true ends the run with <see cref="AgentFinishReason.Yielded"/>, to go on from its state later, for example in the workflow's next run.
    /// Default: never.
    /// </summary>
    public Func<bool>? YieldWhen { get; init; }

    /// <summary>Cancels the run: the model call, the tools, the waits for approvals. Default: the workflow's own token.</summary>
    public CancellationToken? CancellationToken { get; init; }
}
