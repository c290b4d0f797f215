using Holdfast.Protocol;

namespace Holdfast.Journaling;

/// <summary>Limits and services of a <see cref="DiskBlobStore"/>.</summary>
public sealed record DiskBlobStoreOptions
{
    /// <summary>Default of <see cref="MaximumBlobBytes"/>.</summary>
    public const long DefaultMaximumBlobBytes = 16L << 30;

    /// <summary>Longest blob. Default 16 GiB; at least 1.</summary>
    public long MaximumBlobBytes { get; init; } = DefaultMaximumBlobBytes;

    /// <summary>The clock that says when a blob was put. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// Draws what tells the temporary files of this store from those of a process that had the folder before and does not know yet that it was taken over. Default: the
    /// system's cryptographic randomness; a simulation draws from its seed.
    /// </summary>
    public Func<ulong> NextSalt { get; init; } = SystemSalt.Draw;

    internal void Validate()
    {
        if (MaximumBlobBytes < 1)
        {
            throw new HoldfastException(ErrorCodes.InvalidArgument, $"DiskBlobStoreOptions.MaximumBlobBytes is {MaximumBlobBytes}; it must be at least 1.");
        }
    }
}
