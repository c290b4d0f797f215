using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>In a world without faults nothing times out but what was abandoned: anything else had been forgotten.</summary>
internal static class QuietChecker
{
    private const string Abandoned = "Hang";

    /// <summary>What is wrong.</summary>
    public static IEnumerable<string> Check(RunHistory run, World world) =>
        world.Faults.Kinds != FaultKinds.None ? [] : run.Events.Where(e => IsTimeout(e, run.Events)).Select(e => $"{run.Execution}: event {e.EventId} {e.Type}, though nothing went wrong");

    private static bool IsTimeout(HistoryEvent historyEvent, IReadOnlyList<HistoryEvent> events) => historyEvent.Attributes switch
    {
        WorkflowTaskTimedOut => true,
        ActivityTaskTimedOut e => !IsAbandoned(e.ScheduledEventId, events),
        ActivityTaskStarted { LastFailure.Info: FailureInfo.Timeout } e => !IsAbandoned(e.ScheduledEventId, events),
        _ => false,
    };

    private static bool IsAbandoned(long scheduledEventId, IReadOnlyList<HistoryEvent> events) => events[(int)scheduledEventId - 1].Attributes is ActivityTaskScheduled { ActivityType: Abandoned };
}
