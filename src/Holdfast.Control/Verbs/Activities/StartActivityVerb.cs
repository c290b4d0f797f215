using System.Text.Json;

namespace Holdfast.Control.Verbs;

/// <summary>Starts an activity that belongs to no workflow.</summary>
internal sealed class StartActivityVerb : IControlVerb
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        var request = context.Request;
        StandaloneActivityOptions options = new() { Id = request.ActivityId, TaskQueue = request.TaskQueue ?? WorkflowOptions.DefaultTaskQueue, StartToCloseTimeout = request.StartToCloseTimeout };
        var handle = await context.Client.StartActivityAsync(context.Required(request.ActivityType, "an activity type"), context.Arguments(), options, cancellationToken);
        writer.WriteString("activityId", handle.Id);
        writer.WriteString("runId", handle.RunId.ToString());
    }
}
