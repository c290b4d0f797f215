using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents;

/// <summary>Makes the tool calls of one step: all at once, as far as the agent's limit allows, each waiting for its own approval only.</summary>
internal sealed class ToolCallRunner(AgentRun run, AgentRunOptions options, CancellationToken cancellationToken)
{
    private const string NobodyDecides = "This call needs an approval, and nobody can approve calls here. It was not made.";

    public async Task<IReadOnlyList<FinishedCall>> RunAsync(ModelCallResult response)
    {
        var arguments = ResponseNormalizer.CallsOf(response.Messages).ToDictionary(call => call.CallId, call => call.Arguments, StringComparer.Ordinal);
        return await Workflow.WhenAllAsync(response.Calls.Select(plan => RunAsync(plan, arguments[plan.CallId])));
    }

    private async Task<FinishedCall> RunAsync(ToolCallPlan plan, IDictionary<string, object?>? arguments)
    {
        var finished = plan.Verdict switch
        {
            ToolCallVerdict.Invoke => await InvokeAsync(plan, ToolArguments.ToJson(arguments)),
            ToolCallVerdict.AskFirst => await AskAsync(plan, ToolArguments.ToJson(arguments)),
            _ => FinishedCall.Error(plan, ToolCallOutcome.Refused, plan.Problem ?? "The call was refused."),
        };
        AgentLog.ToolCallEnded(Workflow.Logger, run.Agent, plan.CallId, plan.Tool, finished.Record.Outcome);
        return finished;
    }

    private async Task<FinishedCall> AskAsync(ToolCallPlan plan, JsonElement arguments)
    {
        if (options.Approve is null)
        {
            return FinishedCall.Error(plan, ToolCallOutcome.Rejected, NobodyDecides);
        }

        var request = RequestOf(plan, arguments);
        AgentLog.ApprovalAsked(Workflow.Logger, run.Agent, plan.CallId, plan.Tool);
        var resolution = await options.Approve(request, cancellationToken);
        resolution.ThrowIfNotFor(request);
        return resolution.Decision switch
        {
            ApprovalDecision.Approve => await InvokeAsync(plan, arguments, resolution.DecidedBy),
            ApprovalDecision.Edit => await InvokeEditedAsync(plan, resolution),
            _ => FinishedCall.Error(plan, ToolCallOutcome.Rejected, RejectionText(resolution), resolution.DecidedBy),
        };
    }

    private async Task<FinishedCall> InvokeEditedAsync(ToolCallPlan plan, ApprovalResolution resolution)
    {
        var edited = resolution.Arguments.GetValueOrDefault();
        var finished = await InvokeAsync(plan, edited, resolution.DecidedBy);
        var result = (JsonElement)finished.Result.Result!;
        return finished with { Result = new FunctionResultContent(plan.CallId, ToolResultText.Edited(edited, result)) };
    }

    private async Task<FinishedCall> InvokeAsync(ToolCallPlan plan, JsonElement arguments, string? decidedBy = null)
    {
        await EnterAsync();
        try
        {
            var request = new ToolCallRequest { Agent = run.Agent, Tool = plan.Tool, CallId = plan.CallId, Arguments = arguments };
            var activity = (plan.Options ?? CallOptions.ToolDefaults).ToActivityOptions(plan.Tool, cancellationToken);
            var result = await Workflow.ExecuteActivityAsync((ToolActivities a) => a.InvokeToolAsync(request), activity);
            return FinishedCall.Of(plan, ToolCallOutcome.Succeeded, result.Value, decidedBy);
        }
        catch (ActivityFailureException failure)
        {
            return FinishedCall.Error(plan, ToolCallOutcome.Failed, ToolFailure.TextForModel(plan.Tool, failure), decidedBy);
        }
        finally
        {
            run.RunningToolCalls--;
        }
    }

    private async Task EnterAsync()
    {
        // Looked at again after the wait: nothing says that whoever wakes first has gone on by then.
        while (run.Descriptor!.MaxParallelToolCalls is { } limit && run.RunningToolCalls >= limit)
        {
            await Workflow.WaitConditionAsync(() => run.RunningToolCalls < limit, cancellationToken);
        }

        run.RunningToolCalls++;
    }

    private ApprovalRequest RequestOf(ToolCallPlan plan, JsonElement arguments) => new()
    {
        Agent = run.Agent,
        CallId = plan.CallId,
        Tool = plan.Tool,
        Arguments = arguments,
        ArgumentsHash = CanonicalJson.Hash(arguments),
        Step = run.StepCount,
        RequestedAt = Workflow.UtcNow,
    };

    private static string RejectionText(ApprovalResolution resolution) => string.IsNullOrEmpty(resolution.Message)
        ? "The call was rejected by a person. It was not made."
        : $"The call was rejected by a person, and not made: {resolution.Message}";
}
