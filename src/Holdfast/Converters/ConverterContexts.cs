using System.ComponentModel;
using Holdfast.Protocol;

namespace Holdfast.Definitions;

/// <summary>Gives converters their context. A converter that wants none is used as it is, at no cost.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ConverterContexts
{
    /// <summary>The converter for a workflow's payloads.</summary>
    public static IDataConverter ForWorkflow(this IDataConverter converter, string @namespace, string workflowId, string workflowType = "") =>
        converter is ISerializationContextAware<IDataConverter> aware
            ? aware.WithContext(new SerializationContext { Namespace = @namespace, WorkflowId = workflowId, WorkflowType = workflowType })
            : converter;

    /// <summary>The converter for an activity's payloads.</summary>
    public static IDataConverter ForActivity(this IDataConverter converter, ActivityTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return converter is ISerializationContextAware<IDataConverter> aware
            ? aware.WithContext(new SerializationContext
            {
                Namespace = task.Activity.Workflow.Namespace,
                WorkflowId = task.Activity.Workflow.WorkflowId,
                WorkflowType = task.WorkflowType,
                ActivityId = task.ActivityId,
                ActivityType = task.ActivityType,
            })
            : converter;
    }

    /// <summary>The converter for another use of payloads in the same context.</summary>
    public static IDataConverter For(this IDataConverter converter, PayloadUse use) =>
        converter is CodecDataConverter { Context: { } context } codecs && context.Use != use ? codecs.WithContext(context with { Use = use }) : converter;

    /// <summary>Sends the payloads of a map, which somebody else made, through the converter's codecs; without those that hold no value, which mean that an entry is removed.</summary>
    public static PayloadMap Encode(this IDataConverter converter, PayloadMap map, PayloadUse use)
    {
        ArgumentNullException.ThrowIfNull(map);
        return map.Count > 0 && converter.For(use) is CodecDataConverter codecs ? PayloadMap.Of(map.Select(e => KeyValuePair.Create(e.Key, string.Equals(e.Value.Encoding, Payload.NullEncoding, StringComparison.Ordinal) ? e.Value : codecs.Encode(e.Value)))) : map;
    }

    /// <summary>Takes the payloads of a map back through the converter's codecs.</summary>
    public static PayloadMap Decode(this IDataConverter converter, PayloadMap map, PayloadUse use)
    {
        ArgumentNullException.ThrowIfNull(map);
        return map.Count > 0 && converter.For(use) is CodecDataConverter codecs ? PayloadMap.Of(map.Select(e => KeyValuePair.Create(e.Key, codecs.Decode(e.Value)))) : map;
    }
}
