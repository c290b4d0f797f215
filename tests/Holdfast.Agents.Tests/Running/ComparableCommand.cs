using Holdfast.Protocol;

namespace Holdfast.Agents.Tests;

/// <summary>Commands without what may differ between two correct replays: the stack traces of failures.</summary>
internal static class ComparableCommand
{
    public static Command Of(Command command) => command switch
    {
        FailWorkflowExecutionCommand c => c with { Failure = Of(c.Failure) },
        ProtocolMessageCommand { Message: UpdateMessage.Rejected m } c => c with { Message = m with { Failure = Of(m.Failure) } },
        ProtocolMessageCommand { Message: UpdateMessage.Completed { Failure: { } failure } m } c => c with { Message = m with { Failure = Of(failure) } },
        _ => command,
    };

    private static Failure Of(Failure failure) => failure with { StackTrace = string.Empty, Cause = failure.Cause is null ? null : Of(failure.Cause) };
}
