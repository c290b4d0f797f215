namespace Holdfast.Runtime;

/// <summary>A slot for an attempt that limits count.</summary>
internal sealed class LimitedSlot(WorkerEntry worker, LaneLimits limits) : ActivitySlot
{
    /// <inheritdoc/>
    public override WorkerEntry Worker { get; } = worker;

    /// <inheritdoc/>
    public override LaneLimits Limits { get; } = limits;
}
