namespace Holdfast.Runtime;

/// <summary>Leave to run one attempt at a worker.</summary>
internal abstract class ActivitySlot
{
    /// <summary>The worker.</summary>
    public abstract WorkerEntry Worker { get; }

    /// <summary>The limits that count the attempt.</summary>
    public abstract LaneLimits Limits { get; }
}
