using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The search attributes that others see of a run: its own, and what the engine has to say of it.</summary>
internal static class DescribedSearchAttributes
{
    /// <summary>Failures of a workflow task in a row after which they are reported as a problem.</summary>
    internal const int FailuresBeforeReport = 5;

    internal static PayloadMap Of(RunState state) => state.WorkflowTask is { LastFailure: not null } task && task.Attempt > FailuresBeforeReport
        ? PayloadMapMerge.Apply(state.SearchAttributes, ReportedProblems(task.LastFailure))
        : state.SearchAttributes;

    private static PayloadMap ReportedProblems(Failure failure)
    {
        string[] problems = ["category=WorkflowTaskFailed", $"cause={(failure.Info is FailureInfo.Timeout ? "WorkflowTaskTimedOut" : "WorkflowTaskFailed")}"];
        return PayloadMap.Of([new(SystemSearchAttributes.TemporalReportedProblems, SearchAttributePayload.Encode(SearchAttributeValue.OfKeywordList(problems)))]);
    }
}
