using Holdfast.Protocol;

namespace Holdfast;

/// <summary>Which payloads lie in the blob store instead of the history. Counted after the codecs, for each argument, result or detail by itself.</summary>
public sealed record ExternalPayloadOptions
{
    /// <summary>The defaults.</summary>
    public static readonly ExternalPayloadOptions Default = new();

    /// <summary>False: every payload stays in the history. What lies in the blob store already is read all the same. Default true.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>Most bytes of a payload that stays in the history. Default 256 KiB; at least 1,024.</summary>
    public int InlineBytes { get; init; } = 256 << 10;

    /// <summary>Most bytes of a payload that is moved to the blob store: all of it is in memory while it is used. A larger one stays, and is refused where <see cref="PayloadLimits"/> are checked. Default 32 MiB; at least <see cref="InlineBytes"/>.</summary>
    public int MaximumBytes { get; init; } = 32 << 20;

    /// <summary>Most bytes that a worker keeps of payloads which its workflows have read. Default 64 MiB; 0 or more.</summary>
    public int CachedBytes { get; init; } = 64 << 20;

    /// <summary>Most bytes that one workflow task may read from the blob store; a task that needs more fails and is tried again. Default 256 MiB; at least <see cref="MaximumBytes"/>.</summary>
    public long TaskBytes { get; init; } = 256L << 20;

    /// <summary>Checks the ranges.</summary>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.InvalidArgument"/> naming the property.</exception>
    public void Validate()
    {
        Requirement.That(InlineBytes >= 1_024, $"ExternalPayloadOptions.InlineBytes is {InlineBytes}; it must be at least 1,024.");
        Requirement.That(MaximumBytes >= InlineBytes, $"ExternalPayloadOptions.MaximumBytes is {MaximumBytes}; it must be at least InlineBytes, {InlineBytes}.");
        Requirement.That(CachedBytes >= 0, $"ExternalPayloadOptions.CachedBytes is {CachedBytes}; it must be 0 or more.");
        Requirement.That(TaskBytes >= MaximumBytes, $"ExternalPayloadOptions.TaskBytes is {TaskBytes}; it must be at least MaximumBytes, {MaximumBytes}.");
    }
}
