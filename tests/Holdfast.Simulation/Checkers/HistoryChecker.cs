using System.Text;
using Holdfast.Agents;
using Holdfast.Protocol;
using Holdfast.Testing;

namespace Holdfast.Simulation;

/// <summary>Checks a history by itself: its order, that nothing happened twice, and that today's code follows it.</summary>
internal static class HistoryChecker
{
    private static readonly WorkflowReplayer Replayer = NewReplayer(NamespaceRules.Default, BlobSettings.CompressedConverter);
    private static readonly Dictionary<string, WorkflowReplayer> EncryptedReplayers =
        RetentionSettings.Namespaces.Append(NamespaceRules.Default).ToDictionary(static n => n, static n => NewReplayer(n, WorldEncryption.Reader), StringComparer.Ordinal);

    /// <summary>What is wrong.</summary>
    public static IEnumerable<string> Check(RunHistory run, World world) => CheckOrder(run).Concat(CheckOnce(run)).Concat(CheckPauses(run)).Concat(CheckReplay(run, world)).Select(problem => $"{run.Execution}: {problem}\n{run}");

    /// <summary>Whether an event ends a run.</summary>
    public static bool IsClose(EventType type) => type is EventType.WorkflowExecutionCompleted or EventType.WorkflowExecutionFailed or EventType.WorkflowExecutionTimedOut
        or EventType.WorkflowExecutionCanceled or EventType.WorkflowExecutionTerminated or EventType.WorkflowExecutionContinuedAsNew;

    private static WorkflowReplayer NewReplayer(string @namespace, IDataConverter converter) =>
        new WorkflowReplayer { Namespace = @namespace, Options = new() { WorkflowFailureTypes = [typeof(ProgramFailure)], TimeProvider = new VirtualTimeProvider(), DataConverter = converter } }
            .AddWorkflow<ProgramWorkflow>()
            .AddWorkflow<EntityWorkflow>()
            .AddWorkflow<TransferWorkflow>()
            .AddWorkflow<ModelLoopWorkflow>()
            .AddWorkflow<TallyWorkflow>()
            .AddWorkflow<PayloadWorkflow>()
            .AddWorkflow<AgentWorkflow>()
            .AddWorkflow<HandoffWorkflow>()
            .AddWorkflow<BranchWorkflow>()
            .AddWorkflow<BranchChildWorkflow>()
            .AddWorkflow<LimitedWorkflow>()
            .AddWorkflow<QueuedWorkflow>()
            .AddWorkflow<RejectedWorkflow>()
            .AddWorkflow<ReplacedWorkflow>()
            .AddWorkflow<DebouncedWorkflow>();

    private static IEnumerable<string> CheckOrder(RunHistory run)
    {
        var events = run.Events;
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i].EventId != i + 1)
            {
                yield return $"event {i + 1} has the ID {events[i].EventId}";
            }

            if (i > 0 && events[i].Time < events[i - 1].Time)
            {
                yield return $"event {i + 1} is older than the one before";
            }
        }

        if (run.Status == WorkflowExecutionStatus.Running || events.Count == 0 || !IsClose(events[^1].Type))
        {
            yield return $"the run has not ended (it is {run.Status})";
        }

        if (events.Count(e => IsClose(e.Type)) > 1)
        {
            yield return "the run has ended more than once";
        }
    }

    /// <summary>No beginning has two ends, and no task failed, save because something came while the code was ending the run.</summary>
    private static IEnumerable<string> CheckOnce(RunHistory run)
    {
        HashSet<(string Kind, string Of)> seen = [];
        foreach (var historyEvent in run.Events)
        {
            if (KeyOf(historyEvent.Attributes, run) is { } key && !seen.Add(key))
            {
                yield return $"event {historyEvent.EventId} says again: {key.Kind} of {key.Of}";
            }

            if (historyEvent.Attributes is WorkflowTaskFailed { Cause: not (WorkflowTaskFailedCause.UnhandledCommand or WorkflowTaskFailedCause.ResetWorkflow) } failed
                && !(failed.Cause is WorkflowTaskFailedCause.ExternalStorageFailure && OrderedFault.IsOfBlobs(MessageOf(failed.Failure, run))))
            {
                yield return $"event {historyEvent.EventId}: a workflow task failed ({failed.Cause}: {MessageOf(failed.Failure, run)})";
            }
        }
    }

    /// <summary>While a run is paused none of its code begins.</summary>
    private static IEnumerable<string> CheckPauses(RunHistory run)
    {
        var isPaused = false;
        foreach (var historyEvent in run.Events)
        {
            isPaused = historyEvent.Type switch
            {
                EventType.WorkflowExecutionPaused => true,
                EventType.WorkflowExecutionUnpaused => false,
                _ => isPaused,
            };
            if (isPaused && historyEvent.Type is EventType.WorkflowTaskStarted)
            {
                yield return $"event {historyEvent.EventId} {historyEvent.Type} while the run was paused";
            }
        }
    }

    private static IEnumerable<string> CheckReplay(RunHistory run, World world) =>
        (world.Encryption is null ? Replayer : EncryptedReplayers[run.Namespace]).TryReplay(run.Events, run.Execution.WorkflowId, run.Execution.RunId) is { } error ? [error.Message] : [];

    private static Payload Open(Payload payload, RunHistory run) => payload.Encoding == EncryptionCodec.Encoding ? WorldEncryption.Open(payload, run.Namespace, run.Execution.WorkflowId) : payload;

    /// <summary>What a failure says, also when that is encrypted.</summary>
    private static string MessageOf(Failure? failure, RunHistory run) =>
        failure?.EncodedAttributes is { } hidden ? Encoding.UTF8.GetString(Open(hidden, run).Data.Span) : failure?.Message ?? string.Empty;

    private static (string Kind, string Of)? KeyOf(EventAttributes attributes, RunHistory run) => attributes switch
    {
        ActivityTaskCompleted e => ("end of activity", $"{e.ScheduledEventId}"),
        ActivityTaskFailed e => ("end of activity", $"{e.ScheduledEventId}"),
        ActivityTaskTimedOut e => ("end of activity", $"{e.ScheduledEventId}"),
        ActivityTaskCanceled e => ("end of activity", $"{e.ScheduledEventId}"),
        TimerFired e => ("end of timer", $"{e.StartedEventId}"),
        TimerCanceled e => ("end of timer", $"{e.StartedEventId}"),
        ChildWorkflowExecutionCompleted e => ("end of child", $"{e.InitiatedEventId}"),
        ChildWorkflowExecutionFailed e => ("end of child", $"{e.InitiatedEventId}"),
        ChildWorkflowExecutionStarted e => ("start of child", $"{e.InitiatedEventId}"),
        WorkflowExecutionUpdateAccepted e => ("acceptance of update", e.UpdateId),
        WorkflowExecutionUpdateCompleted e => ("completion of update", e.UpdateId),
        WorkflowExecutionSignaled e => ("signal", $"{Open(e.Input[0], run)}"),
        WorkflowTaskCompleted e => ("end of workflow task", $"{e.ScheduledEventId}"),
        _ => null,
    };
}
