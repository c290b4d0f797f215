namespace Holdfast;

/// <summary>A place of a <see cref="WorkflowSemaphore"/> or the hold of a <see cref="WorkflowMutex"/>; disposing gives it back, once.</summary>
public sealed class WorkflowLock : IDisposable
{
    private WorkflowSemaphore? held;

    internal WorkflowLock(WorkflowSemaphore semaphore) => held = semaphore;

    /// <inheritdoc/>
    public void Dispose()
    {
        var semaphore = held;
        held = null;
        semaphore?.Release();
    }
}
