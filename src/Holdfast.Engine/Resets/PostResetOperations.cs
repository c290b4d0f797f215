using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>What whoever resets a run does to the new one before its code goes on.</summary>
internal static class PostResetOperations
{
    internal static void Apply(RunState state, BranchRun message, RunStep step)
    {
        foreach (var operation in message.Operations)
        {
            switch (operation)
            {
                case PostResetOperation.Signal signal:
                    step.Record(state, new WorkflowExecutionSignaled { SignalName = signal.SignalName, Input = signal.Input, Header = signal.Header, Identity = message.Identity });
                    break;
                case PostResetOperation.ChangePriority change:
                    UpdateRunOptionsHandler.Handle(state, new UpdateRunOptions(change.Priority, change.Fields, message.Identity), step);
                    break;
                default:
                    throw new HoldfastException(ErrorCodes.InvariantBroken, $"The engine does not know the operation {operation.GetType().Name}.");
            }
        }
    }
}
