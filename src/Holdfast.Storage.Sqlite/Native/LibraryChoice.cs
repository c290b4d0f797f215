using System.Reflection;
using System.Runtime.InteropServices;
using Holdfast.Protocol;
using SQLitePCL;

namespace Holdfast.Storage.Sqlite.Native;

/// <summary>Chooses the SQLite library once for the process.</summary>
/// <remarks>
/// The bundled library is old; systems keep theirs patched. The system's is therefore taken where it is newer. When another component of the process
/// has already decided how the library is found, its decision stands.
/// </remarks>
internal static class LibraryChoice
{
    private const string BundledName = "e_sqlite3";
    private const int OldestVersionNumber = 3_035_000;

    private static readonly Lazy<SqliteEngine> Choice = new(Choose);

    /// <summary>The library in use.</summary>
    public static SqliteEngine Current => Choice.Value;

    private static SqliteEngine Choose()
    {
        var provider = typeof(SQLite3Provider_e_sqlite3).Assembly;
        var library = Newest(LoadSystem(), LoadBundled(provider)) ?? throw Missing("no library was found");
        if (!TryUse(library, provider))
        {
            library = library with { Source = SqliteEngineSource.Bundled };
        }

        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        return Verified(library.Source);
    }

    private static SqliteEngine Verified(SqliteEngineSource source)
    {
        var versionNumber = raw.sqlite3_libversion_number();
        return versionNumber >= OldestVersionNumber
            ? new SqliteEngine(new Library(0, versionNumber, source).Version, source)
            : throw Missing($"version {new Library(0, versionNumber, source).Version} is too old");
    }

    private static Library? Newest(Library? system, Library? bundled)
    {
        if (system is null || bundled is null)
        {
            return system ?? bundled;
        }

        var (newer, older) = system.VersionNumber > bundled.VersionNumber ? (system, bundled) : (bundled, system);
        NativeLibrary.Free(older.Handle);
        return newer;
    }

    private static Library? LoadSystem()
    {
        var name = OperatingSystem.IsLinux() ? "libsqlite3.so.0"
            : OperatingSystem.IsMacOS() ? "/usr/lib/libsqlite3.dylib"
            : OperatingSystem.IsWindows() && Environment.Is64BitProcess ? "winsqlite3.dll"
            : null;
        return name is not null && NativeLibrary.TryLoad(name, out var handle) ? Library.Inspect(handle, SqliteEngineSource.System) : null;
    }

    private static Library? LoadBundled(Assembly provider) =>
        NativeLibrary.TryLoad(BundledName, provider, searchPath: null, out var handle) ? Library.Inspect(handle, SqliteEngineSource.Bundled) : null;

    private static bool TryUse(Library library, Assembly provider)
    {
        try
        {
            NativeLibrary.SetDllImportResolver(provider, (name, _, _) => name == BundledName ? library.Handle : nint.Zero);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static HoldfastException Missing(string reason) =>
        new(ErrorCodes.StoreEngineMissing, $"SQLite cannot be used: {reason}. Install the system's SQLite library (3.35 or newer), or deploy the native library that comes with Holdfast.");
}
