namespace Holdfast.Storage.Sqlite;

/// <summary>Where the SQLite library comes from.</summary>
public enum SqliteEngineSource
{
    /// <summary>It came with Holdfast.</summary>
    Bundled = 1,

    /// <summary>It is the operating system's.</summary>
    System = 2,
}
