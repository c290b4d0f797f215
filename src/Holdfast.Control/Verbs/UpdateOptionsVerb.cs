using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Control.Verbs;

/// <summary>Changes the priority of a run.</summary>
internal sealed class UpdateOptionsVerb : IControlVerb
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        var request = context.Request;
        var fields = FieldsOf(request);
        if (request.Restores == (fields != PriorityFields.None))
        {
            throw new HoldfastException(ErrorCodes.InvalidArgument, "'update-options' takes a priority key, a fairness key or a fairness weight, or gives all of them back; say one of the two.");
        }

        var priority = await context.Handle().UpdatePriorityAsync(
            request.Restores ? null : new Priority { PriorityKey = request.PriorityKey ?? 0, FairnessKey = request.FairnessKey ?? string.Empty, FairnessWeight = request.FairnessWeight ?? 0 },
            request.Restores ? PriorityFields.All : fields,
            cancellationToken);
        RunJson.WritePriority(writer, priority);
    }

    private static PriorityFields FieldsOf(ControlRequest request) =>
        (request.PriorityKey is null ? PriorityFields.None : PriorityFields.PriorityKey)
        | (request.FairnessKey is null ? PriorityFields.None : PriorityFields.FairnessKey)
        | (request.FairnessWeight is null ? PriorityFields.None : PriorityFields.FairnessWeight);
}
