namespace Holdfast.Protocol;

/// <summary>Where workers take up work.</summary>
public interface IWorkerService
{
    /// <summary>Offers a worker's capacity to the engine. Dispose the registration to stop new work; tasks under way may still be reported.</summary>
    IDisposable RegisterWorker(WorkerRegistration registration);
}
