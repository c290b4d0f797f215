namespace Holdfast.Engine;

/// <summary>The worker of the running workflow task is gone: what its timeout would do later is done now.</summary>
internal static class LoseWorkflowTaskHandler
{
    internal static void Handle(RunState state, RunStep step)
    {
        if (state.WorkflowTask is { IsStarted: true })
        {
            WorkflowTaskFailures.TimeOut(state, step);
        }
    }
}
