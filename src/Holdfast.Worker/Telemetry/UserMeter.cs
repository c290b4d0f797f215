using System.Diagnostics.Metrics;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>The meter of what workflow and activity code measures, made when it is first asked for.</summary>
internal sealed class UserMeter(IMeterFactory? factory) : IDisposable
{
    private readonly Lock _gate = new();
    private Meter? _meter;
    private bool _isDisposed;

    /// <summary>Null once it is disposed of.</summary>
    public Meter? Value
    {
        get
        {
            lock (_gate)
            {
                return _isDisposed ? null : _meter ??= HoldfastMeter.CreateForUserCode(factory);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _meter?.Dispose();
        }
    }
}
