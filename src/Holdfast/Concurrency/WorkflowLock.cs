namespace Holdfast;

/// <summary>A place of a <see cref="WorkflowSemaphore"/> or the hold of a <see cref="WorkflowMutex"/>; disposing gives it back, once.</summary>
public sealed class WorkflowLock : IDisposable
{
    private WorkflowSemaphore? _held;

    internal WorkflowLock(WorkflowSemaphore semaphore) => _held = semaphore;

    /// <inheritdoc/>
    public void Dispose()
    {
        var semaphore = _held;
        _held = null;
        semaphore?.Release();
    }
}
