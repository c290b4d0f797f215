namespace Holdfast.Agents;

/// <summary>How a scripted model behaves beside its script.</summary>
public sealed record ScriptedChatClientOptions
{
    /// <summary>The model ID in its answers. Default "scripted".</summary>
    public string ModelId { get; init; } = "scripted";

    /// <summary>How long an answer takes, or a stream's first word. Default: no time.</summary>
    public TimeSpan Latency { get; init; } = TimeSpan.Zero;

    /// <summary>How long each further word of a stream takes. Default: no time.</summary>
    public TimeSpan WordLatency { get; init; } = TimeSpan.Zero;

    /// <summary>The clock of the latencies. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Watches the calls. Default: nobody.</summary>
    public IModelCallObserver? Observer { get; init; }
}
