using System.Runtime.InteropServices;

namespace Holdfast.Storage.Sqlite.Native;

/// <summary>A loaded SQLite library.</summary>
internal sealed record Library(nint Handle, int VersionNumber, SqliteEngineSource Source)
{
    private const int MajorFactor = 1_000_000;
    private const int MinorFactor = 1_000;

    /// <summary>The version as SQLite writes it.</summary>
    public Version Version => new(VersionNumber / MajorFactor, VersionNumber / MinorFactor % MinorFactor, VersionNumber % MinorFactor);

    /// <summary>Reads what a loaded library says about itself; null when it is no SQLite or cannot be used by several threads.</summary>
    public static Library? Inspect(nint handle, SqliteEngineSource source) =>
        Call(handle, "sqlite3_threadsafe") is > 0 && Call(handle, "sqlite3_libversion_number") is { } version
            ? new Library(handle, version, source)
            : null;

    private static int? Call(nint handle, string function) =>
        NativeLibrary.TryGetExport(handle, function, out var address)
            ? Marshal.GetDelegateForFunctionPointer<ReadNumber>(address)()
            : null;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int ReadNumber();
}
