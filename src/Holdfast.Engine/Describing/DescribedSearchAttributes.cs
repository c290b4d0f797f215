using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The search attributes that others see of a run: its own, and what the engine has to say of it.</summary>
internal static class DescribedSearchAttributes
{
    /// <summary>Failures of a workflow task in a row after which they are reported as a problem.</summary>
    internal const int FailuresBeforeReport = 5;

    internal static PayloadMap Of(RunState state)
    {
        var attributes = state.SearchAttributes;
        if (state.WorkflowTask is { LastFailure: not null } task && task.Attempt > FailuresBeforeReport)
        {
            attributes = With(attributes, SystemSearchAttributes.TemporalReportedProblems, ProblemsOf(task.LastFailedCause, task.LastFailure));
        }

        return PausesOf(state) is { } pauses ? With(attributes, SystemSearchAttributes.TemporalPauseInfo, pauses) : attributes;
    }

    private static PayloadMap With(PayloadMap attributes, string name, string[] values) =>
        PayloadMapMerge.Apply(attributes, PayloadMap.Of([new(name, SearchAttributePayload.Encode(SearchAttributeValue.OfKeywordList(values)))]));

    /// <summary>What keeps the workflow task from completing, in the form that Temporal's tools know.</summary>
    private static string[] ProblemsOf(WorkflowTaskFailedCause cause, Failure failure) => (cause, failure.Info) switch
    {
        (WorkflowTaskFailedCause.Unspecified, FailureInfo.Timeout timeout) => ["category=WorkflowTaskTimedOut", $"cause=WorkflowTaskTimedOutCause{timeout.TimeoutType}"],
        (WorkflowTaskFailedCause.Unspecified, _) => ["category=WorkflowTaskFailed"],
        _ => ["category=WorkflowTaskFailed", $"cause=WorkflowTaskFailedCause{cause}"],
    };

    /// <summary>What is paused, in the form that Temporal's tools know; null when nothing is.</summary>
    private static string[]? PausesOf(RunState state)
    {
        if (state.IsClosed)
        {
            return null;
        }

        List<string>? pauses = null;
        if (state.Pause is { } pause)
        {
            pauses = [$"Workflow:{state.Workflow.WorkflowId}"];
            if (pause.Reason.Length > 0)
            {
                pauses.Add($"Reason:{pause.Reason}");
            }
        }

        for (var i = 0; i < state.PendingActivities.Count; i++)
        {
            if (state.PendingActivities[i] is { IsPaused: true, Scheduled.ActivityType: var type })
            {
                (pauses ??= []).Add($"property:activityType={type}");
            }
        }

        return pauses is null ? null : [.. pauses.Distinct(StringComparer.Ordinal)];
    }
}
