using static Holdfast.Protocol.PayloadRewriting;

namespace Holdfast.Protocol;

/// <summary>Replaces the values of events: arguments, results, details and failures. Memos, search attributes and headers are no values and stay as they are.</summary>
public static class EventPayloads
{
    /// <summary>Replaces the values of an event.</summary>
    public static HistoryEvent Rewrite(this HistoryEvent historyEvent, Func<Payload, Payload> rewrite)
    {
        ArgumentNullException.ThrowIfNull(historyEvent);
        return With(historyEvent, historyEvent.Attributes, historyEvent.Attributes.Rewrite(rewrite), static (e, v) => e with { Attributes = v });
    }

    /// <summary>Replaces the values of what an event says.</summary>
    public static EventAttributes Rewrite(this EventAttributes attributes, Func<Payload, Payload> rewrite) => attributes switch
    {
        ActivityTaskScheduled e => With(e, e.Input, e.Input.Rewrite(rewrite), static (r, v) => r with { Input = v }),
        ActivityTaskStarted e => With(e, e.LastFailure, e.LastFailure?.Rewrite(rewrite), static (r, v) => r with { LastFailure = v }),
        ActivityTaskCompleted e => With(e, e.Result, e.Result.Rewrite(rewrite), static (r, v) => r with { Result = v }),
        ActivityTaskFailed e => With(e, e.Failure, e.Failure.Rewrite(rewrite), static (r, v) => r with { Failure = v }),
        ActivityTaskTimedOut e => With(e, e.Failure, e.Failure.Rewrite(rewrite), static (r, v) => r with { Failure = v }),
        ActivityTaskCanceled e => With(e, e.Details, e.Details.Rewrite(rewrite), static (r, v) => r with { Details = v }),
        MarkerRecorded e => OfMarker(e, rewrite),
        WorkflowTaskFailed e => With(e, e.Failure, e.Failure.Rewrite(rewrite), static (r, v) => r with { Failure = v }),
        WorkflowExecutionSignaled e => With(e, e.Input, e.Input.Rewrite(rewrite), static (r, v) => r with { Input = v }),
        SignalExternalWorkflowExecutionInitiated e => With(e, e.Input, e.Input.Rewrite(rewrite), static (r, v) => r with { Input = v }),
        _ => OfUpdateOrChild(attributes, rewrite),
    };

    private static EventAttributes OfUpdateOrChild(EventAttributes attributes, Func<Payload, Payload> rewrite) => attributes switch
    {
        WorkflowExecutionUpdateAdmitted e => With(e, e.Input, e.Input.Rewrite(rewrite), static (r, v) => r with { Input = v }),
        WorkflowExecutionUpdateAccepted e => With(e, e.Input, e.Input.Rewrite(rewrite), static (r, v) => r with { Input = v }),
        WorkflowExecutionUpdateCompleted e => With(
            With(e, e.Result, e.Result?.Rewrite(rewrite), static (r, v) => r with { Result = v }),
            e.Failure,
            e.Failure?.Rewrite(rewrite),
            static (r, v) => r with { Failure = v }),
        StartChildWorkflowExecutionInitiated e => With(e, e.Input, e.Input.Rewrite(rewrite), static (r, v) => r with { Input = v }),
        ChildWorkflowExecutionCompleted e => With(e, e.Result, e.Result.Rewrite(rewrite), static (r, v) => r with { Result = v }),
        ChildWorkflowExecutionFailed e => With(e, e.Failure, e.Failure.Rewrite(rewrite), static (r, v) => r with { Failure = v }),
        ChildWorkflowExecutionCanceled e => With(e, e.Details, e.Details.Rewrite(rewrite), static (r, v) => r with { Details = v }),
        _ => OfRun(attributes, rewrite),
    };

    private static EventAttributes OfRun(EventAttributes attributes, Func<Payload, Payload> rewrite) => attributes switch
    {
        WorkflowExecutionStarted e => OfStart(e, rewrite),
        WorkflowExecutionCompleted e => With(e, e.Result, e.Result.Rewrite(rewrite), static (r, v) => r with { Result = v }),
        WorkflowExecutionFailed e => With(e, e.Failure, e.Failure.Rewrite(rewrite), static (r, v) => r with { Failure = v }),
        WorkflowExecutionCanceled e => With(e, e.Details, e.Details.Rewrite(rewrite), static (r, v) => r with { Details = v }),
        WorkflowExecutionTerminated e => With(e, e.Details, e.Details.Rewrite(rewrite), static (r, v) => r with { Details = v }),
        WorkflowExecutionContinuedAsNew e => OfContinuation(e, rewrite),
        _ => attributes,
    };

    private static MarkerRecorded OfMarker(MarkerRecorded e, Func<Payload, Payload> rewrite)
    {
        e = With(e, e.Details, e.Details.Rewrite(rewrite), static (r, v) => r with { Details = v });
        return With(e, e.Failure, e.Failure?.Rewrite(rewrite), static (r, v) => r with { Failure = v });
    }

    private static WorkflowExecutionStarted OfStart(WorkflowExecutionStarted e, Func<Payload, Payload> rewrite)
    {
        e = With(e, e.Input, e.Input.Rewrite(rewrite), static (r, v) => r with { Input = v });
        e = With(e, e.LastCompletionResult, e.LastCompletionResult?.Rewrite(rewrite), static (r, v) => r with { LastCompletionResult = v });
        return With(e, e.ContinuedFailure, e.ContinuedFailure?.Rewrite(rewrite), static (r, v) => r with { ContinuedFailure = v });
    }

    private static WorkflowExecutionContinuedAsNew OfContinuation(WorkflowExecutionContinuedAsNew e, Func<Payload, Payload> rewrite)
    {
        e = With(e, e.Input, e.Input.Rewrite(rewrite), static (r, v) => r with { Input = v });
        e = With(e, e.LastCompletionResult, e.LastCompletionResult?.Rewrite(rewrite), static (r, v) => r with { LastCompletionResult = v });
        return With(e, e.Failure, e.Failure?.Rewrite(rewrite), static (r, v) => r with { Failure = v });
    }
}
