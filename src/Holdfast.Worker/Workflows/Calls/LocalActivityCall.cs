using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Runs a local activity. What the call leaves open comes from the activity's attribute, then from the defaults of activities.</summary>
internal static class LocalActivityCall
{
    private static readonly LocalActivityOptions NoOptions = new();

    public static Task<TResult> ScheduleAsync<TResult>(WorkflowRun run, CapturedCall call, LocalActivityOptions? options, PayloadMap headers)
    {
        run.RequireActing();
        options ??= NoOptions;
        options.RetryPolicy?.Validate();
        var token = options.CancellationToken ?? run.Cancellation.Token;
        return token.IsCancellationRequested
            ? Task.FromException<TResult>(new CanceledFailureException($"Local activity '{call.Name}' was not run: its token is canceled.", cancellationToken: token))
            : RunAsync<TResult>(run, call, headers, RequestOf(run, call, options, headers), options.CancellationType, token);
    }

    private static async Task<TResult> RunAsync<TResult>(WorkflowRun run, CapturedCall call, PayloadMap headers, LocalActivityRequest request, ActivityCancellationType cancellationType, CancellationToken token)
    {
        while (true)
        {
            var ended = await new PendingLocalActivity(run, request, cancellationType).BeginAsync(token);
            if (ended.Backoff is not { } backoff)
            {
                return ended.Failure is null ? Result<TResult>(run, ended) : throw Failure(run, ended, token);
            }

            await WaitCall.DelayAsync(run, backoff, string.Empty, token);
            request = Again(run, call, headers, request, ended);
        }
    }

    private static LocalActivityRequest RequestOf(WorkflowRun run, CapturedCall call, LocalActivityOptions options, PayloadMap headers)
    {
        var definition = call.Activity;
        var scheduleToClose = options.ScheduleToCloseTimeout ?? definition?.ScheduleToCloseTimeout;
        var start = (WorkflowExecutionStarted)run.Start!.Attributes;
        var seq = run.Ids.NextActivityNumber();
        return new LocalActivityRequest
        {
            Workflow = run.Key,
            RunId = run.RunId,
            WorkflowType = run.Definition.Name,
            TaskQueue = start.TaskQueue,
            Seq = seq,
            FirstSeq = seq,
            ActivityId = RunIds.Text(seq),
            ActivityType = call.Name,
            Input = Input(run, call, seq),
            Header = Encoded(run, call, headers, seq),
            Attempt = 1,
            WorkflowTime = run.Facts.Time,
            ScheduleToCloseTimeout = scheduleToClose,
            ScheduleToStartTimeout = options.ScheduleToStartTimeout,
            StartToCloseTimeout = options.StartToCloseTimeout ?? definition?.StartToCloseTimeout ?? (scheduleToClose is null ? ActivityCall.DefaultStartToCloseTimeout : null),
            RetryPolicy = options.RetryPolicy ?? ActivityCall.PolicyOf(definition) ?? RetryPolicy.Default,
            LocalRetryThreshold = options.LocalRetryThreshold ?? start.WorkflowTaskTimeout,
        };
    }

    /// <summary>The next attempt after a durable timer is a local activity of its own, which goes on where this one stopped.</summary>
    private static LocalActivityRequest Again(WorkflowRun run, CapturedCall call, PayloadMap headers, LocalActivityRequest before, LocalActivityMarker ended)
    {
        var seq = run.Ids.NextActivityNumber();
        return before with
        {
            Seq = seq,
            ActivityId = RunIds.Text(seq),
            Input = Input(run, call, seq),
            Header = Encoded(run, call, headers, seq),
            Attempt = ended.Attempt + 1,
            OriginalScheduleTime = ended.OriginalScheduleTime,
            WorkflowTime = run.Facts.Time,
        };
    }

    /// <summary>Converted for the activity's ID, which codecs may bind payloads to.</summary>
    private static Payloads Input(WorkflowRun run, CapturedCall call, int seq) => CallArgument.ToPayloads(call.Arguments, run.Converters.OfActivity(call.Name, RunIds.Text(seq)));

    private static PayloadMap Encoded(WorkflowRun run, CapturedCall call, PayloadMap headers, int seq) =>
        headers.Count == 0 ? headers : run.Converters.OfActivity(call.Name, RunIds.Text(seq)).Encode(headers, PayloadUse.Header);

    private static TResult Result<TResult>(WorkflowRun run, LocalActivityMarker ended) =>
        ended.Result is null || typeof(TResult) == typeof(NoResult) ? default! : run.Converters.OfActivity(ended.ActivityType, ended.ActivityId).FromPayload<TResult>(ended.Result);

    private static Exception Failure(WorkflowRun run, LocalActivityMarker ended, CancellationToken token)
    {
        var cause = ended.Failure!;
        if (cause.Info is FailureInfo.Canceled)
        {
            return new CanceledFailureException(cause.Message, cancellationToken: token);
        }

        var converter = run.Converters.OfActivity(ended.ActivityType, ended.ActivityId);
        var info = new FailureInfo.Activity(0, 0, string.Empty, ended.ActivityType, ended.ActivityId, RetryState.Unspecified);
        return FailureConverter.ToException(FailureConverter.Wrap($"Local activity '{ended.ActivityType}' failed", info, cause, converter), converter);
    }
}
