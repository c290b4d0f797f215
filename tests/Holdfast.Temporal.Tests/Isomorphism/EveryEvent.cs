using Holdfast.Protocol;
using Holdfast.Protocol.Tests;

namespace Holdfast.Temporal.Tests.Isomorphism;

/// <summary>A list of events, one of each type, with every property filled; not a history that a run could have.</summary>
internal static class EveryEvent
{
    public static IReadOnlyList<HistoryEvent> List() =>
        [.. FilledValues.CasesOf(typeof(EventAttributes)).Select((type, i) => new HistoryEvent(i + 1, DateTimeOffset.UnixEpoch.AddSeconds(i), Filled(type)))];

    private static EventAttributes Filled(Type type) => FilledValues.Create(type) switch
    {
        RequestCancelExternalWorkflowExecutionFailed e => e with { Cause = "ExternalWorkflowExecutionNotFound" },
        var e => (EventAttributes)e,
    };
}
