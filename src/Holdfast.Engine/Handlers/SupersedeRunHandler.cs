using Holdfast.Protocol;

namespace Holdfast.Engine;

/// <summary>The run is reset. An open one is terminated; its children and its parent belong to the run that came of it.</summary>
internal static class SupersedeRunHandler
{
    internal static void Handle(RunState state, SupersedeRun message, RunStep step)
    {
        step.Record(state, new RunSuperseded(message.NewRunId, message.RequestId));
        if (!state.IsClosed)
        {
            RunClosing.CloseByForce(state, new WorkflowExecutionTerminated { Reason = message.Reason, Identity = EngineFailures.Source }, step);
        }
    }
}
