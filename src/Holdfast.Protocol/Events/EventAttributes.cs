namespace Holdfast.Protocol;

/// <summary>What an event says; one sealed record for each <see cref="EventType"/>. Meaning is Temporal's.</summary>
public abstract record EventAttributes
{
    /// <summary>The type of event.</summary>
    public abstract EventType Type { get; }
}
