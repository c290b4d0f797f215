using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>How large an event is that waits for the end of a workflow task: the payloads and failures of it, which alone can be large.</summary>
internal static class BufferedBytes
{
    internal static long Of(EventAttributes attributes) => attributes switch
    {
        WorkflowExecutionSignaled e => SizeRules.Bytes(e.Input) + SizeRules.Bytes(e.Header),
        ActivityTaskCompleted e => SizeRules.Bytes(e.Result),
        ActivityTaskFailed e => FailureRules.Bytes(e.Failure),
        ActivityTaskTimedOut e => FailureRules.Bytes(e.Failure),
        ActivityTaskCanceled e => SizeRules.Bytes(e.Details),
        ChildWorkflowExecutionCompleted e => SizeRules.Bytes(e.Result),
        ChildWorkflowExecutionFailed e => FailureRules.Bytes(e.Failure),
        ChildWorkflowExecutionCanceled e => SizeRules.Bytes(e.Details),
        _ => 0,
    };
}
