using Holdfast.Definitions;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>Measures what commands carry before they are sent: a task whose commands carry too much fails here, where the code that made them can be named.</summary>
internal static class CommandSizes
{
    /// <summary>Measures the commands of a task.</summary>
    /// <exception cref="PayloadTooLargeException">A command carries too much.</exception>
    public static void Require(PayloadSizeCheck check, WorkflowTask task, IReadOnlyList<Command> commands)
    {
        for (var i = 0; i < commands.Count; i++)
        {
            Require(check, task, commands[i]);
        }
    }

    private static void Require(PayloadSizeCheck check, WorkflowTask task, Command command)
    {
        switch (command)
        {
            case ScheduleActivityTaskCommand c:
                check.Require(c.Input, static t => $"The input of activity '{t.c.ActivityType}' (ID {t.c.ActivityId}) of {Of(t.task)}", (c, task));
                break;
            case StartChildWorkflowExecutionCommand c:
                check.Require(c.Input, static t => $"The input of child workflow '{t.c.WorkflowType}' (ID {t.c.WorkflowId}) of {Of(t.task)}", (c, task));
                check.Require(c.Memo, static t => $"The memo of child workflow '{t.c.WorkflowType}' (ID {t.c.WorkflowId}) of {Of(t.task)}", (c, task));
                break;
            case CompleteWorkflowExecutionCommand c:
                check.Require(c.Result, static t => $"The result of {Of(t)}", task);
                break;
            case CancelWorkflowExecutionCommand c:
                check.Require(c.Details, static t => $"The details of the cancellation of {Of(t)}", task);
                break;
            case ContinueAsNewWorkflowExecutionCommand c:
                check.Require(c.Input, static t => $"The input of the next run of {Of(t)}", task);
                check.Require(c.Memo ?? PayloadMap.Empty, static t => $"The memo of the next run of {Of(t)}", task);
                break;
            case SignalExternalWorkflowExecutionCommand c:
                check.Require(c.Input, static t => $"The input of signal '{t.c.SignalName}' to workflow '{t.c.WorkflowId}' of {Of(t.task)}", (c, task));
                break;
            case ModifyWorkflowPropertiesCommand c:
                check.Require(c.UpsertedMemo, static t => $"The memo of {Of(t)}", task);
                break;
            case RecordMarkerCommand c:
                foreach (var detail in c.Details)
                {
                    check.Require(detail.Value, static t => $"Detail '{t.Key}' of marker '{t.c.MarkerName}' of {Of(t.task)}", (c, detail.Key, task));
                }

                break;
            case ProtocolMessageCommand { Message: UpdateMessage.Completed { Result: { } result } message }:
                check.Require(result, static t => $"The result of update '{t.message.UpdateId}' of {Of(t.task)}", (message, task));
                break;
            default:
                break;
        }
    }

    private static string Of(WorkflowTask task) => $"workflow '{task.WorkflowType}' (ID {task.Workflow.WorkflowId})";
}
