using Holdfast.Storage.Sqlite.Native;

namespace Holdfast.Storage.Sqlite;

/// <summary>The SQLite library that this process uses.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record SqliteEngine(Version Version, SqliteEngineSource Source)
{
    /// <summary>The library in use: that of the system when it is newer than the bundled one. Chosen once, on first use.</summary>
    /// <exception cref="Protocol.HoldfastException"><see cref="Protocol.ErrorCodes.StoreEngineMissing"/> when there is none that can be used.</exception>
    public static SqliteEngine Current => LibraryChoice.Current;
}
