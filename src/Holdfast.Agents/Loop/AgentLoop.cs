using Holdfast.Protocol;

namespace Holdfast.Agents;

/// <summary>The loop: call the model, make the tool calls that it asks for, and again, until it answers. Plain workflow code; everything it does is an activity.</summary>
internal sealed class AgentLoop(AgentRun run, AgentRunOptions options)
{
    private readonly CancellationToken _cancellationToken = options.CancellationToken ?? Workflow.CancellationToken;

    public async Task<AgentResult> RunAsync()
    {
        var agent = await DescribeAsync();
        run.Descriptor = agent;
        AgentLog.Began(Workflow.Logger, agent.Name, agent.Version);
        while (true)
        {
            if (options.YieldWhen?.Invoke() == true)
            {
                return End(string.Empty, AgentFinishReason.Yielded);
            }

            run.TakePending();
            var budget = StepBudget.Next(agent, run.StepsSinceUserMessage);
            var response = await CallModelAsync(agent, budget);
            if (response.Calls.Count > 0)
            {
                await CallToolsAsync(agent, budget, response);
            }

            var isAnswer = response.Calls.Count == 0 || budget.AnswerOnly;
            if (isAnswer && run.PendingMessageCount == 0)
            {
                return End(TextOf(response), ReasonOf(response, budget));
            }
        }
    }

    private Task<AgentDescriptor> DescribeAsync()
    {
        var name = run.Agent;
        return Workflow.ExecuteActivityAsync((AgentActivities a) => a.DescribeAgentAsync(name), new ActivityOptions { Summary = name, CancellationToken = _cancellationToken });
    }

    private async Task<ModelCallResult> CallModelAsync(AgentDescriptor agent, StepBudget budget)
    {
        run.Phase = AgentPhase.CallingModel;
        var request = new ModelCallRequest { Agent = agent.Name, Step = run.StepCount + 1, Messages = [.. run.Messages], Reminder = budget.Reminder, AnswerOnly = budget.AnswerOnly };
        var activity = agent.ModelCall.ToActivityOptions(agent.Model, _cancellationToken);
        var response = await Workflow.ExecuteActivityAsync((ModelActivities a) => a.CallModelAsync(request), activity);
        run.Add(response);
        AgentLog.StepTaken(Workflow.Logger, agent.Name, run.StepCount, response.Calls.Count, response.Usage.InputTokens, response.Usage.OutputTokens);
        return response;
    }

    private async Task CallToolsAsync(AgentDescriptor agent, StepBudget budget, ModelCallResult response)
    {
        if (budget.AnswerOnly)
        {
            // The model was told not to; its calls still need results, or the transcript could not be gone on with.
            run.Add([.. response.Calls.Select(plan => FinishedCall.Error(plan, ToolCallOutcome.Refused, "The call was not made: there are no steps left."))]);
            return;
        }

        if (StepBudget.IsSpent(agent, run.StepsSinceUserMessage))
        {
            throw new ApplicationFailureException(
                $"{ErrorCodes.AgentStepLimitReached}: Agent '{agent.Name}' has made {agent.MaxSteps} model calls for one user message, its limit, and still asks for tools.",
                ErrorCodes.AgentStepLimitReached.ToString(),
                nonRetryable: true);
        }

        run.Phase = AgentPhase.CallingTools;
        run.Add(await new ToolCallRunner(run, options, _cancellationToken).RunAsync(response));
    }

    private AgentResult End(string text, AgentFinishReason reason)
    {
        run.Phase = AgentPhase.Ended;
        AgentLog.Ended(Workflow.Logger, run.Agent, run.StepCount, reason);
        return new AgentResult { Text = text, FinishReason = reason, State = run.ToState() };
    }

    private static string TextOf(ModelCallResult response) => string.Concat(response.Messages.Select(message => message.Text));

    private static AgentFinishReason ReasonOf(ModelCallResult response, StepBudget budget) => response.FinishReason switch
    {
        "length" => AgentFinishReason.OutputLimit,
        "content_filter" => AgentFinishReason.ContentFilter,
        _ => budget.AnswerOnly ? AgentFinishReason.StepLimit : AgentFinishReason.Completed,
    };
}
