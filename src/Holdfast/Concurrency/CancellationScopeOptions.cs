namespace Holdfast;

/// <summary>How a cancellation scope is bound.</summary>
public sealed record CancellationScopeOptions
{
    /// <summary>True when the scope is not canceled with the one around it, nor with the run: for cleanup. Default false.</summary>
    public bool IsDetached { get; init; }

    /// <summary>Longest time that what runs in the scope may take, by a durable timer that is started with it; then the scope is canceled. Default: no limit.</summary>
    public TimeSpan? Timeout { get; init; }
}
