using System.Diagnostics.Tracing;

namespace Holdfast.Worker;

/// <summary>Listens to the runtime's task events, which are raised on the thread that causes them, and passes those of a probed thread on.</summary>
internal sealed class TaskEventListener : EventListener
{
    private const string SourceName = "System.Threading.Tasks.TplEventSource";
    private const EventKeywords TaskTransfer = (EventKeywords)0x1;
    private const EventKeywords Tasks = (EventKeywords)0x2;
    private const EventKeywords AsyncCausalityOperation = (EventKeywords)0x8;
    private const int TaskScheduledId = 7;
    private const int TaskWaitBeginId = 10;
    private const int TraceOperationBeginId = 14;
    private const string DelayOperation = "Task.Delay";

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (string.Equals(eventSource.Name, SourceName, StringComparison.Ordinal))
        {
            EnableEvents(eventSource, EventLevel.Informational, TaskTransfer | Tasks | AsyncCausalityOperation);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (ForeignCallProbe.Current is not { } probe)
        {
            return;
        }

        switch (eventData.EventId)
        {
            case TaskScheduledId when eventData.Payload is [int schedulerId, ..]:
                probe.TaskScheduled(schedulerId);
                break;
            case TraceOperationBeginId when eventData.Payload is [_, DelayOperation, ..]:
                probe.DelayStarted();
                break;
            case TaskWaitBeginId:
                probe.WaitBegan();
                break;
            default:
                break;
        }
    }
}
