using System.Text;
using Holdfast.Protocol;

namespace Holdfast.Agents.Tests;

/// <summary>The text of an event's payloads.</summary>
internal static class PayloadText
{
    public static IEnumerable<string> Of(HistoryEvent recorded) => recorded.Attributes switch
    {
        WorkflowExecutionStarted started => TextOf(started.Input),
        WorkflowExecutionCompleted completed => TextOf(completed.Result),
        ActivityTaskScheduled scheduled => [scheduled.Summary, .. TextOf(scheduled.Input)],
        ActivityTaskCompleted completed => TextOf(completed.Result),
        _ => [],
    };

    private static IEnumerable<string> TextOf(Payloads payloads) => Enumerable.Range(0, payloads.Count).Select(index => Encoding.UTF8.GetString(payloads[index].Data.Span));
}
