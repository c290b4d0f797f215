using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Control;

/// <summary>Takes the values of a history back through the host's codecs, for people to read. What cannot be read stays as it is stored.</summary>
internal sealed class HistoryDecoding(IDataConverter converter, string @namespace, string workflowId)
{
    /// <summary>An event with its arguments, results, details, failures and memo readable.</summary>
    public HistoryEvent Decode(HistoryEvent historyEvent) =>
        converter.ForWorkflow(@namespace, OwnerOf(historyEvent.Attributes)) is CodecDataConverter codecs
            ? historyEvent with { Attributes = WithMemo(historyEvent.Attributes.Rewrite(p => Decode(codecs, p)), codecs) }
            : historyEvent;

    private static EventAttributes WithMemo(EventAttributes attributes, CodecDataConverter codecs) => attributes switch
    {
        WorkflowExecutionStarted { Memo.Count: > 0 } e => e with { Memo = Decode(codecs, e.Memo) },
        WorkflowPropertiesModified e => e with { UpsertedMemo = Decode(codecs, e.UpsertedMemo) },
        StartChildWorkflowExecutionInitiated { Memo.Count: > 0 } e => e with { Memo = Decode(codecs, e.Memo) },
        WorkflowExecutionContinuedAsNew { Memo.Count: > 0 } e => e with { Memo = Decode(codecs, e.Memo) },
        _ => attributes,
    };

    private static PayloadMap Decode(CodecDataConverter codecs, PayloadMap map) => PayloadMap.Of(map.Select(e => KeyValuePair.Create(e.Key, Decode(codecs, e.Value))));

    private static Payload Decode(CodecDataConverter codecs, Payload payload)
    {
        try
        {
            return codecs.Decode(payload);
        }
        catch (HoldfastException)
        {
            return payload;
        }
    }

    /// <summary>The workflow that an event's payloads belong to: what goes to another and comes from it is that one's.</summary>
    private string OwnerOf(EventAttributes attributes) => attributes switch
    {
        StartChildWorkflowExecutionInitiated e => e.WorkflowId,
        ChildWorkflowExecutionCompleted e => e.Execution.WorkflowId,
        ChildWorkflowExecutionFailed e => e.Execution.WorkflowId,
        ChildWorkflowExecutionCanceled e => e.Execution.WorkflowId,
        SignalExternalWorkflowExecutionInitiated e => e.Execution.WorkflowId,
        _ => workflowId,
    };
}
