using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>Closes the run by force; no workflow code runs.</summary>
internal static class TerminateRunHandler
{
    internal static void Handle(RunState state, TerminateRun message, RunStep step)
    {
        if (ChainRules.Belongs(state, message.FirstExecutionRunId, step))
        {
            var terminated = new WorkflowExecutionTerminated { Reason = message.Reason, Details = message.Details, Identity = message.Identity };
            RunClosing.CloseByForce(state, terminated, step);
        }
    }
}
