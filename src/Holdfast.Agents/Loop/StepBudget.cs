namespace Holdfast.Agents;

/// <summary>What the agent's limit means for the next model call.</summary>
/// <param name="AnswerOnly">True when the model must answer without tools.</param>
/// <param name="Reminder">A line for the model; null when there is nothing to say.</param>
internal sealed record StepBudget(bool AnswerOnly, string? Reminder)
{
    public static StepBudget Next(AgentDescriptor agent, int stepsTaken)
    {
        var left = agent.MaxSteps - stepsTaken;
        var answerOnly = left <= 1 && agent.AtStepLimit == StepLimitBehavior.FinalAnswer;
        return new StepBudget(answerOnly, ReminderOf(agent, left, answerOnly));
    }

    public static bool IsSpent(AgentDescriptor agent, int stepsTaken) => stepsTaken >= agent.MaxSteps;

    private static string? ReminderOf(AgentDescriptor agent, int left, bool answerOnly)
    {
        if (answerOnly)
        {
            return "This is your last step. You cannot call tools any more. Give your final answer now, from what you have.";
        }

        return left <= agent.ReminderSteps ? $"You have {left} {(left == 1 ? "step" : "steps")} left, this one included. Plan to give your final answer in time." : null;
    }
}
