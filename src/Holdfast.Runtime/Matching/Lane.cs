namespace Holdfast.Runtime;

/// <summary>Items of one fairness key that the same limits hold back, first in first out.</summary>
internal sealed class Lane<T>(FairKey<T> key, LaneLimits limits) : IParkedLane
{
    public FairKey<T> Key { get; } = key;

    public LaneLimits Limits { get; } = limits;

    public Queue<(T Item, double Weight, long Order)> Items { get; } = new();

    /// <inheritdoc/>
    public double Turn => Key.Turn;

    /// <inheritdoc/>
    public void Wake() => Key.Queue.MakeReady(this);
}
