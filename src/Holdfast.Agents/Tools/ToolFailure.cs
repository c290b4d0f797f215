using Holdfast.Protocol;

namespace Holdfast.Agents;

/// <summary>Failures of tool calls: what the history records, and what of it the model may read.</summary>
internal static class ToolFailure
{
    /// <summary>The type of failures whose message is meant for the model.</summary>
    private const string ForModelType = nameof(ToolException);

    public static ApplicationFailureException ForModel(string message, bool isRetryable, TimeSpan? nextRetryDelay = null) =>
        new(message, ForModelType, nonRetryable: !isRetryable, nextRetryDelay: nextRetryDelay);

    /// <summary>What is thrown out of the activity for what a tool threw.</summary>
    public static Exception Of(AgentTool tool, Exception exception) => exception switch
    {
        ToolException known => ForModel(known.Message, known.IsRetryable, known.NextRetryDelay),
        ApplicationFailureException failure => failure,
        _ when tool.Options.ShowsErrors => ForModel(exception.Message, isRetryable: true),
        _ => new ApplicationFailureException(exception.Message, exception.GetType().Name, innerException: exception),
    };

    /// <summary>What the model reads of a call that failed for good.</summary>
    public static string TextForModel(string tool, ActivityFailureException failure) => failure.InnerException switch
    {
        ApplicationFailureException { FailureType: ForModelType } shown => shown.Message,
        TimeoutFailureException { TimeoutType: TimeoutType.ScheduleToStart } => $"The tool '{tool}' was not called: no worker was free for it.",
        TimeoutFailureException => $"The tool '{tool}' did not answer in time. It is not known whether it took effect.",
        _ => $"The tool '{tool}' failed.",
    };
}
