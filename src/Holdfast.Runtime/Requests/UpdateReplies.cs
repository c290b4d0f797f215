using Holdfast.Engine;
using Holdfast.Protocol;

namespace Holdfast.Runtime;

/// <summary>Makes answers from reports about updates.</summary>
internal static class UpdateReplies
{
    public static UpdateWorkflowExecutionResponse ResponseOf(this ReportUpdate report, RunId runId) => new()
    {
        RunId = runId,
        Stage = report.Stage,
        Result = report.Result,
        Failure = report.Failure,
    };
}
