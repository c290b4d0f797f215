namespace Holdfast.Protocol;

/// <summary>A durable change of a run's state that is not part of its history: attempts, heartbeats.</summary>
public abstract record Transition : RunRecord
{
    /// <summary>Type tag in the binary encoding; never reused.</summary>
    public abstract TransitionType Type { get; }
}
