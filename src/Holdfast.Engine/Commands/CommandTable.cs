using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Command type to its handler. All commands are validated before the first is carried out.</summary>
internal static class CommandTable
{
    /// <summary>The first fault of the commands; null when all are well.</summary>
    internal static CommandFault? Validate(RunState state, IReadOnlyList<Command> commands, CommandBatch batch)
    {
        batch.Begin();
        for (var i = 0; i < commands.Count; i++)
        {
            var command = commands[i];
            batch.LeavesTrace |= command is not ProtocolMessageCommand { Message: UpdateMessage.Rejected };
            if (ValidateOne(state, command, batch) is { } fault)
            {
                return fault;
            }

            if (ClosesRun(command))
            {
                return UnseenEvents(state) ?? CommandSizes.Fault(state, commands, batch.Limits);
            }
        }

        return CommandSizes.Fault(state, commands, batch.Limits);
    }

    /// <summary>Carries the commands out; those behind one that closes the run are moot.</summary>
    internal static void Execute(RunState state, IReadOnlyList<Command> commands, CommandContext context, RunStep step)
    {
        for (var i = 0; i < commands.Count && !state.IsClosed; i++)
        {
            ExecuteOne(state, commands[i], context, step);
        }
    }

    private static bool ClosesRun(Command command) => command.Type
        is CommandType.CompleteWorkflowExecution
        or CommandType.FailWorkflowExecution
        or CommandType.CancelWorkflowExecution
        or CommandType.ContinueAsNewWorkflowExecution;

    private static CommandFault? UnseenEvents(RunState state) => state.BufferedEvents.Count == 0
        ? null
        : new(WorkflowTaskFailedCause.UnhandledCommand, "The workflow closed while events arrived that it has not seen; it gets another task with them.");

    private static CommandFault? ValidateOne(RunState state, Command command, CommandBatch batch) => command switch
    {
        ScheduleActivityTaskCommand c => ScheduleActivityTaskHandler.Validate(state, c, batch),
        RequestCancelActivityTaskCommand c => RequestCancelActivityTaskHandler.Validate(state, c, batch),
        StartTimerCommand c => StartTimerHandler.Validate(state, c, batch),
        CancelTimerCommand c => CancelTimerHandler.Validate(state, c, batch),
        CompleteWorkflowExecutionCommand c => CompleteWorkflowExecutionHandler.Validate(c, batch),
        FailWorkflowExecutionCommand => null,
        CancelWorkflowExecutionCommand c => CancelWorkflowExecutionHandler.Validate(c, batch),
        ContinueAsNewWorkflowExecutionCommand c => ContinueAsNewWorkflowExecutionHandler.Validate(state, c, batch),
        RecordMarkerCommand c => RecordMarkerHandler.Validate(c, batch),
        StartChildWorkflowExecutionCommand c => StartChildWorkflowExecutionHandler.Validate(state, c, batch),
        RequestCancelExternalWorkflowExecutionCommand c => RequestCancelExternalWorkflowExecutionHandler.Validate(state, c, batch),
        SignalExternalWorkflowExecutionCommand c => SignalExternalWorkflowExecutionHandler.Validate(state, c, batch),
        UpsertWorkflowSearchAttributesCommand c => UpsertWorkflowSearchAttributesHandler.Validate(state, c, batch),
        ModifyWorkflowPropertiesCommand c => ModifyWorkflowPropertiesHandler.Validate(state, c, batch),
        ProtocolMessageCommand c => ProtocolMessageHandler.Validate(state, c, batch),
        _ => new(WorkflowTaskFailedCause.UnhandledCommand, $"The engine does not know the command {command.GetType().Name}."),
    };

    private static void ExecuteOne(RunState state, Command command, CommandContext context, RunStep step)
    {
        switch (command)
        {
            case ScheduleActivityTaskCommand c: ScheduleActivityTaskHandler.Execute(state, c, context, step); break;
            case RequestCancelActivityTaskCommand c: RequestCancelActivityTaskHandler.Execute(state, c, context, step); break;
            case StartTimerCommand c: StartTimerHandler.Execute(state, c, context, step); break;
            case CancelTimerCommand c: CancelTimerHandler.Execute(state, c, context, step); break;
            case CompleteWorkflowExecutionCommand c: CompleteWorkflowExecutionHandler.Execute(state, c, context, step); break;
            case FailWorkflowExecutionCommand c: FailWorkflowExecutionHandler.Execute(state, c, context, step); break;
            case CancelWorkflowExecutionCommand c: CancelWorkflowExecutionHandler.Execute(state, c, context, step); break;
            case ContinueAsNewWorkflowExecutionCommand c: ContinueAsNewWorkflowExecutionHandler.Execute(state, c, context, step); break;
            case RecordMarkerCommand c: RecordMarkerHandler.Execute(state, c, context, step); break;
            case StartChildWorkflowExecutionCommand c: StartChildWorkflowExecutionHandler.Execute(state, c, context, step); break;
            case RequestCancelExternalWorkflowExecutionCommand c: RequestCancelExternalWorkflowExecutionHandler.Execute(state, c, context, step); break;
            case SignalExternalWorkflowExecutionCommand c: SignalExternalWorkflowExecutionHandler.Execute(state, c, context, step); break;
            case UpsertWorkflowSearchAttributesCommand c: UpsertWorkflowSearchAttributesHandler.Execute(state, c, context, step); break;
            case ModifyWorkflowPropertiesCommand c: ModifyWorkflowPropertiesHandler.Execute(state, c, context, step); break;
            case ProtocolMessageCommand c: ProtocolMessageHandler.Execute(state, c, context, step); break;
            default: throw new HoldfastException(ErrorCodes.InvariantBroken, $"The validated command {command.GetType().Name} has no handler.");
        }
    }
}
