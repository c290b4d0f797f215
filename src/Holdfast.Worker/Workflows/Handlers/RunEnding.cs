using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>The ways in which workflow code ends its run.</summary>
internal static class RunEnding
{
    public static void Complete(WorkflowRun run, Payloads result) => Close(run, new CompleteWorkflowExecutionCommand { Result = result });

    public static void ContinueAsNew(WorkflowRun run, ContinueAsNewException next) => Close(run, new ContinueAsNewWorkflowExecutionCommand
    {
        WorkflowType = next.WorkflowType,
        TaskQueue = next.Options.TaskQueue ?? string.Empty,
        Input = next.Input,
        Header = run.Converters.Own.Encode(next.Headers, PayloadUse.Header),
        WorkflowRunTimeout = next.Options.WorkflowRunTimeout,
        WorkflowTaskTimeout = next.Options.WorkflowTaskTimeout,
        BackoffStartInterval = next.Options.StartDelay,
        CronSchedule = next.Options.CronSchedule ?? string.Empty,
        RetryPolicy = next.Options.RetryPolicy,
        Priority = next.Options.Priority,
        Memo = next.Options.Memo is { } memo ? run.Converters.Own.Encode(memo, PayloadUse.Memo) : null,
        SearchAttributes = next.Options.SearchAttributes?.Payloads,
    });

    /// <summary>Ends the run as canceled or failed, or fails the task when the exception is no failure.</summary>
    public static void Fail(WorkflowRun run, Exception exception)
    {
        var converter = run.Converters.Own;
        if (run.Cancellation.IsRequested && FailurePolicy.IsCancellation(exception))
        {
            Close(run, new CancelWorkflowExecutionCommand { Details = (exception as CanceledFailureException)?.Details.ToPayloads(converter.For(PayloadUse.Failure)) ?? Payloads.Empty });
        }
        else if (run.FailurePolicy.EndsWorkflow(exception))
        {
            Close(run, new FailWorkflowExecutionCommand { Failure = FailureConverter.ToFailure(exception, converter) });
        }
        else
        {
            run.FailTask(exception);
        }
    }

    private static void Close(WorkflowRun run, Command command)
    {
        if (!run.Commands.IsClosing && !run.Facts.IsReplaying)
        {
            WarnOfWhatIsLeft(run);
        }

        run.Commands.Close(new CloseRun(command));
    }

    private static void WarnOfWhatIsLeft(WorkflowRun run)
    {
        if (run.Handlers.IsWorthWarning)
        {
            WorkflowLog.UnfinishedHandlers(run.Settings.Logger, run.Definition.Name, run.Key.WorkflowId, run.RunId, run.Handlers.Describe());
        }

        if (run.HasUnhandledSignals)
        {
            WorkflowLog.SignalsUnhandled(run.Settings.Logger, run.Definition.Name, run.Key.WorkflowId, run.RunId, string.Join(", ", run.Signals.UnhandledNames));
        }
    }
}
