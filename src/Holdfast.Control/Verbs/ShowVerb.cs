using System.Text.Json;
using Holdfast.Protocol;
using Holdfast.Temporal;

namespace Holdfast.Control.Verbs;

/// <summary>Describes a run, with its history in Temporal's form when asked for.</summary>
internal sealed class ShowVerb : IControlVerb
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        var handle = context.Handle();
        var description = context.Request.WithCurrentDetails
            ? await handle.DescribeWithCurrentDetailsAsync(cancellationToken)
            : await handle.DescribeAsync(cancellationToken);
        RunJson.WriteDescription(writer, description);
        if (context.Request.WithHistory)
        {
            await WriteHistoryAsync(context, description.Info.Execution, writer, cancellationToken);
        }
    }

    private static async Task WriteHistoryAsync(ControlContext context, WorkflowExecution execution, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        var decoding = context.DecodingOf(execution.WorkflowId);
        List<HistoryEvent> history = [];
        await foreach (var item in context.Client.GetWorkflowHandle(execution.WorkflowId, execution.RunId).FetchHistoryAsync(cancellationToken))
        {
            history.Add(decoding.Decode(item));
        }

        writer.WritePropertyName("history");
        TemporalHistory.WriteJson(writer, execution, history);
    }
}
