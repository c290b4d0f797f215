using Holdfast.Protocol;
using Microsoft.Extensions.Logging;

namespace Holdfast.Hosting;

internal static partial class HostingLog
{
    [LoggerMessage(EventId = 1100, Level = LogLevel.Error, Message = "HF3003: workflow code of {WorkflowType} {WorkflowId} ({RunId}) has not come to its next wait for {Elapsed}; it blocks or loops. Its task fails when it returns; other workflows go on")]
    public static partial void WorkflowCodeStuck(ILogger logger, string workflowType, string workflowId, RunId runId, TimeSpan elapsed);
}
