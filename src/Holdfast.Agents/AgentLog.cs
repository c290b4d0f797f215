using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Holdfast.Agents;

/// <summary>What agents log. In workflow code the logger is silent during replay.</summary>
internal static partial class AgentLog
{
    public static ILogger LoggerFor<T>(IServiceProvider services) => (services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger<T>();

    [LoggerMessage(EventId = 3450, Level = LogLevel.Information, Message = "Agent '{Agent}' (version {Version}) began")]
    public static partial void Began(ILogger logger, string agent, string version);

    [LoggerMessage(EventId = 3451, Level = LogLevel.Information, Message = "Agent '{Agent}' step {Step}: {ToolCalls} tool calls, {InputTokens} tokens in, {OutputTokens} out")]
    public static partial void StepTaken(ILogger logger, string agent, int step, int toolCalls, long inputTokens, long outputTokens);

    [LoggerMessage(EventId = 3452, Level = LogLevel.Information, Message = "Agent '{Agent}' waits for an approval of call {CallId} of tool '{Tool}'")]
    public static partial void ApprovalAsked(ILogger logger, string agent, string callId, string tool);

    [LoggerMessage(EventId = 3453, Level = LogLevel.Information, Message = "Agent '{Agent}': call {CallId} of tool '{Tool}' ended: {Outcome}")]
    public static partial void ToolCallEnded(ILogger logger, string agent, string callId, string tool, ToolCallOutcome outcome);

    [LoggerMessage(EventId = 3454, Level = LogLevel.Information, Message = "Agent '{Agent}' ended after {Steps} steps: {FinishReason}")]
    public static partial void Ended(ILogger logger, string agent, int steps, AgentFinishReason finishReason);

    [LoggerMessage(EventId = 3455, Level = LogLevel.Warning, Message = "A user message was left out: {Limit} are waiting already")]
    public static partial void MessageLeftOut(ILogger logger, int limit);

    [LoggerMessage(EventId = 3456, Level = LogLevel.Warning, Message = "Agent '{Agent}': call of model '{Model}' failed at step {Step}, attempt {Attempt}")]
    public static partial void ModelCallFailed(ILogger logger, string agent, string model, int step, int attempt, Exception exception);

    [LoggerMessage(EventId = 3457, Level = LogLevel.Warning, Message = "Agent '{Agent}': tool '{Tool}' failed, call {CallId}, attempt {Attempt}")]
    public static partial void ToolCallFailed(ILogger logger, string agent, string tool, string callId, int attempt, Exception exception);
}
