using System.Diagnostics.Metrics;
using Holdfast.Protocol;

namespace Holdfast.Worker;

/// <summary>The meter of what workflow and activity code measures, made when it is first asked for.</summary>
internal sealed class UserMeter(IMeterFactory? factory) : IDisposable
{
    private readonly Lock gate = new();
    private Meter? meter;
    private bool isDisposed;

    /// <summary>Null once it is disposed of.</summary>
    public Meter? Value
    {
        get
        {
            lock (gate)
            {
                return isDisposed ? null : meter ??= HoldfastMeter.CreateForUserCode(factory);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            isDisposed = true;
            meter?.Dispose();
        }
    }
}
