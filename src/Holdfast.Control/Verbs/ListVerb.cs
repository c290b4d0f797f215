using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Control.Verbs;

/// <summary>Lists runs, newest start first unless the filter says otherwise.</summary>
internal sealed class ListVerb : IControlVerb
{
    private const int DefaultLimit = 100;
    private const int MaximumLimit = 10_000;

    /// <inheritdoc/>
    public async Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        var limit = context.Request.Limit ?? DefaultLimit;
        if (limit is < 1 or > MaximumLimit)
        {
            throw new HoldfastException(ErrorCodes.InvalidArgument, $"The limit is {limit}; it must be 1 to {MaximumLimit}.");
        }

        var filter = FilterOf(context.Request, limit);
        writer.WriteStartArray("runs");
        var listed = 0;
        await foreach (var info in context.Client.ListWorkflowsAsync(filter, cancellationToken))
        {
            writer.WriteStartObject();
            RunJson.WriteInfo(writer, info);
            writer.WriteEndObject();
            if (++listed == limit)
            {
                break;
            }
        }

        writer.WriteEndArray();
    }

    private static WorkflowListFilter FilterOf(ControlRequest request, int limit) => new()
    {
        Text = request.Filter ?? string.Empty,
        Archived = request.Archived,
        WorkflowId = request.WorkflowId,
        WorkflowType = request.WorkflowType,
        Status = request.Status is { } status ? StatusOf(status) : null,
        PageSize = Math.Min(limit, WorkflowListFilter.MaximumPageSize),
    };

    private static WorkflowExecutionStatus StatusOf(string text) =>
        Enum.TryParse<WorkflowExecutionStatus>(text, ignoreCase: true, out var status) && Enum.IsDefined(status)
            ? status
            : throw new HoldfastException(ErrorCodes.InvalidArgument, $"'{text}' is no status. There are: {string.Join(", ", Enum.GetNames<WorkflowExecutionStatus>())}.");
}
