namespace Holdfast.Protocol;

/// <summary>Where workers take up work.</summary>
public interface IWorkerService
{
    /// <summary>Offers a worker's capacity to the engine. Dispose the registration to stop new work; tasks under way may still be reported.</summary>
    IDisposable RegisterWorker(WorkerRegistration registration);

    /// <summary>Gives a run a workflow task although nothing is new for it: its code needs to be looked at. A run that is closed, gone or has a task already is left alone.</summary>
    void ForceWorkflowTask(WorkflowKey workflow, RunId runId);
}
