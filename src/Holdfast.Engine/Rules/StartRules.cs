using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Checks the first event of a run.</summary>
internal static class StartRules
{
    internal static Rejection? Problem(StartRun message, EngineLimits limits)
    {
        var started = message.Started;
        return NameProblem(message, limits)
            ?? SizeRules.PayloadProblem("The workflow's input", started.Input, started.Header, limits)
            ?? SizeRules.PayloadProblem("The workflow's memo", Payloads.Empty, started.Memo, limits)
            ?? SizeRules.PayloadProblem("The workflow's search attributes", Payloads.Empty, started.SearchAttributes, limits)
            ?? SizeRules.TextProblem("The static summary", started.StaticSummary, limits.SummaryBytes)
            ?? SizeRules.TextProblem("The static details", started.StaticDetails, limits.DetailsBytes)
            ?? CronSchedule.Problem(started.CronSchedule)
            ?? Invalid(message.Activity is null ? null : ScheduleActivityTaskHandler.Problem(message.Activity, limits))
            ?? Invalid(TimeoutProblem(started, limits) ?? RetryPolicyRules.Problem(started.RetryPolicy) ?? PriorityRules.Problem(started.Priority));
    }

    private static Rejection? NameProblem(StartRun message, EngineLimits limits) =>
        SizeRules.NameProblem("The workflow ID", message.Workflow.WorkflowId, limits)
        ?? SizeRules.NameProblem("The workflow type", message.Started.WorkflowType, limits)
        ?? SizeRules.NameProblem("The task queue", message.Started.TaskQueue, limits)
        ?? SizeRules.LengthProblem("The request ID", message.Started.RequestId, limits)
        ?? SizeRules.LengthProblem("The concurrency key", message.Started.ConcurrencyKey, limits);

    private static string? TimeoutProblem(WorkflowExecutionStarted started, EngineLimits limits) =>
        TimeoutRules.Problem("The workflow task timeout", started.WorkflowTaskTimeout)
        ?? (started.WorkflowTaskTimeout > limits.MaximumWorkflowTaskTimeout ? $"The workflow task timeout is {started.WorkflowTaskTimeout}; the most is {limits.MaximumWorkflowTaskTimeout}." : null)
        ?? TimeoutRules.Problem("The workflow run timeout", started.WorkflowRunTimeout)
        ?? TimeoutRules.Problem("The workflow execution timeout", started.WorkflowExecutionTimeout)
        ?? TimeoutRules.DelayProblem("The first workflow task's delay", started.FirstWorkflowTaskBackoff);

    private static Rejection? Invalid(string? problem) => problem is null ? null : new(ErrorCodes.InvalidArgument, problem);
}
