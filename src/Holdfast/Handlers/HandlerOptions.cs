namespace Holdfast;

/// <summary>What is known of a handler that workflow code registers.</summary>
public sealed record HandlerOptions
{
    /// <summary>What happens when the run closes while the handler is under way. Default <see cref="HandlerUnfinishedPolicy.WarnAndAbandon"/>. Queries are never under way.</summary>
    public HandlerUnfinishedPolicy UnfinishedPolicy { get; init; }

    /// <summary>What the handler is for, in a line for people. Default: none.</summary>
    public string? Description { get; init; }
}
