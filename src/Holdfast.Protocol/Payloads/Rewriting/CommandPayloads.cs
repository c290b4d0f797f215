using static Holdfast.Protocol.PayloadRewriting;

namespace Holdfast.Protocol;

/// <summary>Replaces the values of commands: arguments, results, details and failures. Memos, search attributes and headers are no values and stay as they are.</summary>
public static class CommandPayloads
{
    /// <summary>Replaces the values of commands.</summary>
    public static IReadOnlyList<Command> Rewrite(this IReadOnlyList<Command> commands, Func<Payload, Payload> rewrite)
    {
        ArgumentNullException.ThrowIfNull(commands);
        Command[]? copy = null;
        for (var i = 0; i < commands.Count; i++)
        {
            var rewritten = commands[i].Rewrite(rewrite);
            if (!ReferenceEquals(rewritten, commands[i]))
            {
                copy ??= [.. commands];
                copy[i] = rewritten;
            }
        }

        return copy ?? commands;
    }

    /// <summary>Replaces the values of a command.</summary>
    public static Command Rewrite(this Command command, Func<Payload, Payload> rewrite) => command switch
    {
        ScheduleActivityTaskCommand c => With(c, c.Input, c.Input.Rewrite(rewrite), static (r, v) => r with { Input = v }),
        StartChildWorkflowExecutionCommand c => With(c, c.Input, c.Input.Rewrite(rewrite), static (r, v) => r with { Input = v }),
        CompleteWorkflowExecutionCommand c => With(c, c.Result, c.Result.Rewrite(rewrite), static (r, v) => r with { Result = v }),
        FailWorkflowExecutionCommand c => With(c, c.Failure, c.Failure.Rewrite(rewrite), static (r, v) => r with { Failure = v }),
        CancelWorkflowExecutionCommand c => With(c, c.Details, c.Details.Rewrite(rewrite), static (r, v) => r with { Details = v }),
        ContinueAsNewWorkflowExecutionCommand c => With(c, c.Input, c.Input.Rewrite(rewrite), static (r, v) => r with { Input = v }),
        SignalExternalWorkflowExecutionCommand c => With(c, c.Input, c.Input.Rewrite(rewrite), static (r, v) => r with { Input = v }),
        RecordMarkerCommand c => With(
            With(c, c.Details, c.Details.Rewrite(rewrite), static (r, v) => r with { Details = v }),
            c.Failure,
            c.Failure?.Rewrite(rewrite),
            static (r, v) => r with { Failure = v }),
        ProtocolMessageCommand c => With(c, c.Message, OfUpdate(c.Message, rewrite), static (r, v) => r with { Message = v }),
        _ => command,
    };

    private static UpdateMessage OfUpdate(UpdateMessage message, Func<Payload, Payload> rewrite) => message switch
    {
        UpdateMessage.Rejected m => With(m, m.Failure, m.Failure.Rewrite(rewrite), static (r, v) => r with { Failure = v }),
        UpdateMessage.Completed m => With(
            With(m, m.Result, m.Result?.Rewrite(rewrite), static (r, v) => r with { Result = v }),
            m.Failure,
            m.Failure?.Rewrite(rewrite),
            static (r, v) => r with { Failure = v }),
        _ => message,
    };
}
