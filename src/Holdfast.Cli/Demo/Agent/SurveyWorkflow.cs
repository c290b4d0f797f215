using Holdfast.Agents;
using Holdfast.Cli.Demo.Surveyor;

namespace Holdfast.Cli.Demo.Agent;

/// <summary>A survey: an agent that rests from time to time, and asks before it writes.</summary>
[Workflow]
internal sealed class SurveyWorkflow
{
    /// <summary>The line that the durable timer of a rest carries.</summary>
    public const string RestSummary = "rest";

    private readonly ApprovalDesk _approvals = new();
    private SurveyPauses _pauses = SurveyPauses.Default;

    /// <summary>Runs the agent until it answers.</summary>
    public async Task<SurveyResult> RunAsync(SurveyInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        _pauses = input.Pauses;
        var agent = DurableAgent.Of(SurveyAgent.Name);
        var result = await agent.RunAsync(input.Message, OneLeg());
        while (result.FinishReason == AgentFinishReason.Yielded)
        {
            await Workflow.DelayAsync(_pauses.Rest, summary: RestSummary);
            result = await agent.RunAsync(result.State, options: OneLeg());
        }

        return ResultOf(result);
    }

    /// <summary>Decides about a tool call that waits for an approval.</summary>
    [Update(Validator = nameof(ValidateApproval))]
    public Task ResolveApprovalAsync(ApprovalResolution resolution)
    {
        _approvals.Resolve(resolution);
        return Task.CompletedTask;
    }

    /// <summary>Refuses decisions about calls that do not wait, or have other arguments than were decided on.</summary>
    public void ValidateApproval(ApprovalResolution resolution) => _approvals.Validate(resolution);

    /// <summary>The tool calls that wait for an approval.</summary>
    [Query]
    public IReadOnlyList<ApprovalRequest> PendingApprovals() => _approvals.Pending;

    private static SurveyResult ResultOf(AgentResult result)
    {
        var notes = SurveyNotes.Of(result.Messages);
        return new SurveyResult(result.Text, notes.Written?.Path, result.StepCount, result.State.Steps.Sum(step => step.Calls.Count));
    }

    /// <summary>Options that let the agent make as many model calls as lie between two rests.</summary>
    private AgentRunOptions OneLeg()
    {
        var steps = 0;
        return new AgentRunOptions { Approve = DecideAsync, YieldWhen = () => steps++ == _pauses.RestEvery };
    }

    private async Task<ApprovalResolution> DecideAsync(ApprovalRequest request, CancellationToken cancellationToken)
    {
        var decision = _approvals.DecideAsync(request, cancellationToken);
        if (_pauses.ApprovesItselfAfter is { } delay && !await Workflow.WaitConditionAsync(() => decision.IsCompleted, delay, cancellationToken))
        {
            _approvals.Resolve(request.Approve("nobody, in time"));
        }

        return await decision;
    }
}
