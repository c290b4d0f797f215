using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Starts a child workflow.</summary>
internal static class ChildCall
{
    private static readonly ChildWorkflowOptions NoOptions = new();

    public static Task<StartedChild> StartAsync(WorkflowRun run, CapturedCall call, ChildWorkflowOptions? options, PayloadMap headers)
    {
        run.RequireActing();
        options ??= NoOptions;
        var token = options.CancellationToken ?? run.Cancellation.Token;
        if (token.IsCancellationRequested)
        {
            return Task.FromException<StartedChild>(new CanceledFailureException($"Child workflow '{call.Name}' was not started: its token is canceled.", cancellationToken: token));
        }

        var command = CommandOf(run, call, options, headers);
        var child = new PendingChild(run, command.WorkflowId, command.WorkflowType, options.CancellationType);
        child.Begin(new StartChild(command, child), token);
        return child.StartTask;
    }

    private static StartChildWorkflowExecutionCommand CommandOf(WorkflowRun run, CapturedCall call, ChildWorkflowOptions options, PayloadMap headers)
    {
        var workflowId = options.WorkflowId ?? $"{run.RunId}/{run.Ids.NextChild()}";
        return CommandOf(run.Converters.OfChild(call.Name, workflowId), workflowId, call, options, headers);
    }

    private static StartChildWorkflowExecutionCommand CommandOf(IDataConverter converter, string workflowId, CapturedCall call, ChildWorkflowOptions options, PayloadMap headers) => new()
    {
        WorkflowId = workflowId,
        WorkflowType = call.Name,
        TaskQueue = options.TaskQueue ?? string.Empty,
        Input = CallArgument.ToPayloads(call.Arguments, converter),
        Header = converter.Encode(headers, PayloadUse.Header),
        WorkflowExecutionTimeout = options.WorkflowExecutionTimeout,
        WorkflowRunTimeout = options.WorkflowRunTimeout,
        WorkflowTaskTimeout = options.WorkflowTaskTimeout,
        ParentClosePolicy = options.ParentClosePolicy,
        WorkflowIdReusePolicy = options.WorkflowIdReusePolicy,
        RetryPolicy = options.RetryPolicy,
        CronSchedule = options.CronSchedule,
        ConcurrencyKey = options.ConcurrencyKey.Length > 0 ? options.ConcurrencyKey : CallArgument.ConcurrencyKeyOf(call.Arguments),
        StaticSummary = options.StaticSummary,
        StaticDetails = options.StaticDetails,
        Priority = options.Priority,
        Memo = converter.Encode(options.Memo, PayloadUse.Memo),
        SearchAttributes = options.SearchAttributes.Payloads,
    };
}
