using Holdfast.Protocol;

namespace Holdfast.Agents.Tests;

/// <summary>Runs each workflow task twice, on the cached state and on a new one that replays the whole history, and checks that the commands are the same.</summary>
internal sealed class ReplayingWorkflows(IWorkflowTaskHandler cached, Func<IWorkflowTaskHandler> newHandler, Action replayed) : IWorkflowTaskHandler
{
    public WorkflowTaskResult Execute(WorkflowTask task)
    {
        var result = cached.Execute(task);
        if (task.Query is null && result is WorkflowTaskResult.Completed completed)
        {
            var again = newHandler().Execute(task);
            Assert.True(again is WorkflowTaskResult.Completed, (again as WorkflowTaskResult.Failed)?.Failure.ToString());
            Assert.Equal(completed.Commands.Select(ComparableCommand.Of), ((WorkflowTaskResult.Completed)again).Commands.Select(ComparableCommand.Of));
            replayed();
        }

        return result;
    }

    public void Evict(RunId runId) => cached.Evict(runId);
}
