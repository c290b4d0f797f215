namespace Holdfast.Journaling;

/// <summary>A folder of the machine's file system. All file I/O of the journal and all its flushing is here.</summary>
public sealed class FileDisk : IDisk
{
    private const string BootIdFile = "/proc/sys/kernel/random/boot_id";
    private readonly string _folder;

    /// <summary>Uses a folder, creating it when it is not there.</summary>
    /// <param name="folder">The folder; nothing but the journal may write in it.</param>
    public FileDisk(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _folder = Path.GetFullPath(folder);
        if (!Directory.Exists(_folder))
        {
            Directory.CreateDirectory(_folder);
            NativeFlush.Directory(Path.GetDirectoryName(_folder) ?? _folder);
        }
    }

    /// <inheritdoc/>
    public string Description => _folder;

    /// <inheritdoc/>
    /// <remarks>On Linux the running kernel (its boot ID), elsewhere the machine's name.</remarks>
    public string Machine { get; } = ReadMachine();

    /// <inheritdoc/>
    public IReadOnlyList<string> List() =>
        [.. Directory.EnumerateFiles(_folder).Select(path => Path.GetFileName(path))];

    /// <inheritdoc/>
    public IDiskFile Open(string name) => new FileDiskFile(PathOf(name), FileMode.Open);

    /// <inheritdoc/>
    public IDiskFile Create(string name) => new FileDiskFile(PathOf(name), FileMode.CreateNew);

    /// <inheritdoc/>
    public void Rename(string from, string to) => File.Move(PathOf(from), PathOf(to), overwrite: false);

    /// <inheritdoc/>
    public void Replace(string from, string to) => File.Move(PathOf(from), PathOf(to), overwrite: true);

    /// <inheritdoc/>
    public void Delete(string name) => File.Delete(PathOf(name));

    /// <inheritdoc/>
    public void FlushDirectory() => NativeFlush.Directory(_folder);

    /// <inheritdoc/>
    public IDisposable Lock() => FileDiskLock.Take(_folder);

    private static string ReadMachine()
    {
        try
        {
            return OperatingSystem.IsLinux() ? File.ReadAllText(BootIdFile).Trim() : Environment.MachineName;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Environment.MachineName;
        }
    }

    private string PathOf(string name) => Path.Combine(_folder, name);
}
