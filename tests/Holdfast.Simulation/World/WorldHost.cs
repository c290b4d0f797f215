using Holdfast.Protocol;

namespace Holdfast.Simulation;

/// <summary>A machine: a node of the network with a clock of its own, on which engines run, at most one for each folder.</summary>
internal sealed class WorldHost(string name)
{
    private readonly Dictionary<WorldFolder, WorldProcess> _processes = [];

    /// <summary>Its name, which is its address.</summary>
    public string Name => name;

    /// <summary>How far its clock goes before the world's; may be negative.</summary>
    public TimeSpan Skew { get; private set; }

    /// <summary>When it stopped; null while it runs. What is stopped does nothing, and has no idea of it when it goes on.</summary>
    public DateTimeOffset? StoppedAt { get; private set; }

    /// <summary>True while no process runs here: the clock may then be set back.</summary>
    public bool IsIdle => _processes.Count == 0;

    public override string ToString() => name;

    /// <summary>Calls an operation of the engine that has a folder here; refused when there is none.</summary>
    public Task<T> Call<T>(WorldFolder folder, Func<IWorkflowService, Task<T>> operation) =>
        _processes.TryGetValue(folder, out var process) ? process.Call(operation) : Task.FromException<T>(NetworkFailure.Refused());

    /// <summary>Calls an operation of the blob store of a folder that has its engine here; refused when there is none.</summary>
    public Task<T> CallBlobs<T>(WorldFolder folder, Func<IBlobStore, Task<T>> operation) =>
        _processes.TryGetValue(folder, out var process) ? process.CallBlobs(operation) : Task.FromException<T>(NetworkFailure.Refused());

    /// <summary>A worker on another node makes itself known to the engine that has a folder here; true when the engine did not know it.</summary>
    public bool Connect(WorldFolder folder, RemoteWorker worker) => _processes.TryGetValue(folder, out var process) ? process.Connect(worker) : throw NetworkFailure.Refused();

    public void Add(WorldProcess process) => _processes[process.Folder] = process;

    public void Remove(WorldProcess process)
    {
        if (_processes.GetValueOrDefault(process.Folder) == process)
        {
            _processes.Remove(process.Folder);
        }
    }

    public void SetClock(TimeSpan skew)
    {
        Skew = skew;
        foreach (var process in _processes.Values)
        {
            process.SetClock(skew);
        }
    }

    public void Stop(DateTimeOffset now)
    {
        StoppedAt = now;
        foreach (var process in _processes.Values)
        {
            process.Stop();
        }
    }

    public void GoOn()
    {
        StoppedAt = null;
        foreach (var process in _processes.Values)
        {
            process.GoOn();
        }
    }
}
