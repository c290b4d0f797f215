using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Holdfast.Journaling;

/// <summary>
/// The flushes that .NET does not offer: of a file's data without its timestamps (fdatasync, which spares the file
/// system's own journal a commit), and of a directory.
/// </summary>
internal static partial class NativeFlush
{
    private const int Interrupted = 4;
    private const int ReadOnly = 0;

    /// <summary>Makes a file's content durable.</summary>
    public static void Data(SafeFileHandle file)
    {
        if (!OperatingSystem.IsLinux())
        {
            // FlushFileBuffers on Windows, F_FULLFSYNC on macOS.
            RandomAccess.FlushToDisk(file);
            return;
        }

        // An interrupted call reported nothing about the data, so it is begun anew; any other failure is final.
        int result;
        do
        {
            result = FlushData(file);
        }
        while (result != 0 && Marshal.GetLastPInvokeError() == Interrupted);
        ThrowUnlessZero(result, "fdatasync");
    }

    /// <summary>Makes the entries of a directory durable. Windows keeps them in the file system's own journal and needs no call.</summary>
    public static void Directory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int descriptor = OpenDirectory(path, ReadOnly);
        ThrowUnlessZero(descriptor < 0 ? -1 : 0, "open");
        try
        {
            ThrowUnlessZero(FlushDescriptor(descriptor), "fsync");
        }
        finally
        {
            _ = CloseDescriptor(descriptor);
        }
    }

    private static void ThrowUnlessZero(int result, string call)
    {
        if (result != 0)
        {
            int error = Marshal.GetLastPInvokeError();
            throw new IOException($"{call} failed with error {error}: {Marshal.GetPInvokeErrorMessage(error)}");
        }
    }

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int FlushData(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int OpenDirectory(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int FlushDescriptor(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int CloseDescriptor(int descriptor);
}
