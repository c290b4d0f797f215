using System.Globalization;
using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>What the commands of one workflow task put into the history all together, against its limit: they become one record of the journal.</summary>
internal static class CommandSizes
{
    /// <summary>What is wrong with the size of all commands; null when nothing is. One command alone is bounded by the limit of payloads.</summary>
    internal static CommandFault? Fault(RunState state, IReadOnlyList<Command> commands, EngineLimits limits)
    {
        if (commands.Count < 2)
        {
            return null;
        }

        var bytes = 0L;
        for (var i = 0; i < commands.Count; i++)
        {
            bytes += Of(state, commands[i]);
        }

        return bytes <= limits.WorkflowTaskBytes
            ? null
            : new(WorkflowTaskFailedCause.PayloadsTooLarge, string.Create(CultureInfo.InvariantCulture, $"The {commands.Count} commands of the workflow task have {bytes} bytes of payloads; the limit is {limits.WorkflowTaskBytes}. Wait between some of them, or keep large values in the blob store."));
    }

    private static long Of(RunState state, Command command) => command switch
    {
        ScheduleActivityTaskCommand c => SizeRules.Bytes(c.Input) + SizeRules.Bytes(c.Header),
        RecordMarkerCommand c => SizeRules.Bytes(c.Details) + SizeRules.Bytes(c.Header) + Of(c.Failure),
        StartChildWorkflowExecutionCommand c => SizeRules.Bytes(c.Input) + SizeRules.Bytes(c.Memo) + SizeRules.Bytes(c.SearchAttributes) + SizeRules.Bytes(c.Header),
        SignalExternalWorkflowExecutionCommand c => SizeRules.Bytes(c.Input) + SizeRules.Bytes(c.Header),
        CompleteWorkflowExecutionCommand c => SizeRules.Bytes(c.Result),
        FailWorkflowExecutionCommand c => Of(c.Failure),
        CancelWorkflowExecutionCommand c => SizeRules.Bytes(c.Details),
        ContinueAsNewWorkflowExecutionCommand c => SizeRules.Bytes(c.Input) + SizeRules.Bytes(c.Memo ?? PayloadMap.Empty) + SizeRules.Bytes(c.Header),
        ModifyWorkflowPropertiesCommand c => SizeRules.Bytes(c.UpsertedMemo),
        UpsertWorkflowSearchAttributesCommand c => SizeRules.Bytes(c.SearchAttributes),
        ProtocolMessageCommand c => Of(state, c.Message),
        _ => 0,
    };

    /// <summary>The event of an accepted update has its input.</summary>
    private static long Of(RunState state, UpdateMessage message) => message switch
    {
        UpdateMessage.Accepted accepted when state.Updates.FindAdmitted(accepted.UpdateId) is { } admitted => SizeRules.Bytes(admitted.Request.Input),
        UpdateMessage.Completed completed => SizeRules.Bytes(completed.Result ?? Payloads.Empty) + Of(completed.Failure),
        _ => 0,
    };

    private static long Of(Failure? failure) => failure is null ? 0 : FailureRules.Bytes(failure);
}
