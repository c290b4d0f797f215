using System.Text.Json;

namespace Holdfast.Control.Verbs;

/// <summary>Starts a workflow.</summary>
internal sealed class StartVerb : IControlVerb
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        var request = context.Request;
        var options = new WorkflowOptions { Id = request.WorkflowId, TaskQueue = request.TaskQueue ?? WorkflowOptions.DefaultTaskQueue };
        var handle = await context.Client.StartWorkflowAsync(context.Required(request.WorkflowType, "a workflow type"), context.Arguments(), options, cancellationToken);
        writer.WriteString("workflowId", handle.Id);
        writer.WriteString("runId", handle.FirstExecutionRunId.ToString());
    }
}
