namespace Holdfast.Control;

/// <summary>The socket through which other processes of the same user reach the engine of a data folder.</summary>
/// <remarks>
/// Security: a Unix domain socket inside the data folder, readable and writable for its owner alone. Whoever may open it may read and write the folder's files
/// anyway; nothing listens on a network.
/// </remarks>
public static class ControlSocket
{
    /// <summary>The file's name in the data folder.</summary>
    public const string FileName = "control.sock";

    /// <summary>Longest request or answer: 64 MiB.</summary>
    public const int MaximumMessageBytes = 64 << 20;

    /// <summary>Longest path of a socket that every platform takes, in bytes.</summary>
    public const int MaximumPathBytes = 103;

    /// <summary>The socket's path.</summary>
    public static string PathIn(string dataFolder) => Path.Combine(Path.GetFullPath(dataFolder), FileName);
}
