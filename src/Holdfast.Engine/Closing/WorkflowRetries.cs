using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Retry of whole runs.</summary>
internal static class WorkflowRetries
{
    internal static RetryDecision Decide(RunState state, Failure failure, DateTimeOffset now) =>
        RetryRules.Decide(state.Started.RetryPolicy, state.Started.Attempt, failure, now, state.ExecutionExpirationTime);
}
