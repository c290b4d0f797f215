using Holdfast.Protocol;

namespace Holdfast.Storage.Sqlite;

/// <summary>Options of <see cref="SqliteSettledStore"/>.</summary>
public sealed record SqliteSettledStoreOptions
{
    /// <summary>Name of the file in a data folder.</summary>
    public const string DefaultFileName = "holdfast.db";

    /// <summary>Most read connections: 64.</summary>
    public const int MaximumReaderCount = 64;

    /// <summary>Least <see cref="MaximumFileBytes"/>: 1 MiB.</summary>
    public const long LeastFileLimitBytes = 1024 * 1024;

    /// <summary>Longest <see cref="BusyTimeout"/>: one hour.</summary>
    public static readonly TimeSpan MaximumBusyTimeout = TimeSpan.FromHours(1);

    /// <summary>Path of the file. It and its folder are created when they do not exist.</summary>
    public required string Path { get; init; }

    /// <summary>How long a call waits for a lock that another process holds. Default 10 seconds; zero to <see cref="MaximumBusyTimeout"/>.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Read connections, hence reads at a time; further ones wait. Default 4; 1 to <see cref="MaximumReaderCount"/>.</summary>
    public int ReaderCount { get; init; } = 4;

    /// <summary>
    /// Largest size of the file, without its log; beyond, settlements fail with <see cref="ErrorCodes.StoreDiskFull"/>. Default null: as large as the disk allows;
    /// else at least <see cref="LeastFileLimitBytes"/>.
    /// </summary>
    public long? MaximumFileBytes { get; init; }

    internal void Validate()
    {
        Requirement.That(!string.IsNullOrWhiteSpace(Path), $"{nameof(SqliteSettledStoreOptions)}.{nameof(Path)} is empty.");
        Requirement.That(BusyTimeout >= TimeSpan.Zero && BusyTimeout <= MaximumBusyTimeout, $"{nameof(SqliteSettledStoreOptions)}.{nameof(BusyTimeout)} is {BusyTimeout}; it must be zero to {MaximumBusyTimeout}.");
        Requirement.That(ReaderCount is >= 1 and <= MaximumReaderCount, $"{nameof(SqliteSettledStoreOptions)}.{nameof(ReaderCount)} is {ReaderCount}; it must be 1 to {MaximumReaderCount}.");
        Requirement.That(MaximumFileBytes is null or >= LeastFileLimitBytes, $"{nameof(SqliteSettledStoreOptions)}.{nameof(MaximumFileBytes)} is {MaximumFileBytes}; it must be at least {LeastFileLimitBytes}, or null.");
    }
}
