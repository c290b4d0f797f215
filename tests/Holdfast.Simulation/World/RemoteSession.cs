namespace Holdfast.Simulation;

/// <summary>What an engine knows of a worker on another node. It ends when something that the engine sends may not have arrived: the worker is then as good as gone, until it connects again.</summary>
internal sealed class RemoteSession : IDisposable
{
    private IDisposable? _lease;

    /// <summary>True while the engine offers attempts to the worker.</summary>
    public bool IsOpen => _lease is not null;

    public void Open(IDisposable lease) => _lease = lease;

    /// <inheritdoc/>
    public void Dispose()
    {
        _lease?.Dispose();
        _lease = null;
    }
}
