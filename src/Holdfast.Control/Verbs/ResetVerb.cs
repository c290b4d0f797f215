using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Control.Verbs;

/// <summary>Starts a new run with the history of another up to a workflow task.</summary>
internal sealed class ResetVerb : IControlVerb
{
    private const string First = "first";
    private const string Last = "last";

    /// <inheritdoc/>
    public async Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        var handle = await context.Handle().ResetAsync(OptionsOf(context.Request), cancellationToken);
        writer.WriteString("workflowId", handle.Id);
        writer.WriteString("runId", handle.RunId.ToString());
    }

    private static WorkflowResetOptions OptionsOf(ControlRequest request) => new()
    {
        Target = TargetOf(request),
        WorkflowTaskFinishEventId = request.EventId ?? 0,
        BuildId = request.BuildId ?? string.Empty,
        Reason = request.Reason ?? string.Empty,
    };

    private static ResetTarget TargetOf(ControlRequest request) => (request.Target, request.EventId, request.BuildId) switch
    {
        (null, not null, null) => ResetTarget.WorkflowTaskEvent,
        (null, null, not null) => ResetTarget.BuildId,
        (First, null, null) => ResetTarget.FirstWorkflowTask,
        (null or Last, null, null) => ResetTarget.LastWorkflowTask,
        _ => throw new HoldfastException(ErrorCodes.InvalidArgument, "'reset' goes to the first workflow task, to the last, to that of an event, or to the first of a build; name one of these."),
    };
}
