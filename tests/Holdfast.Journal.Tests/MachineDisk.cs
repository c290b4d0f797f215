namespace Holdfast.Journaling.Tests;

/// <summary>A volume as one machine reaches it, with a lock that excludes nobody: as if it had been given away without its holder's noticing.</summary>
public sealed class MachineDisk(MemoryDisk volume, string machine) : IDisk
{
    public string Description => "volume";

    public string Machine => machine;

    public IReadOnlyList<string> List() => volume.List();

    public IDiskFile Open(string name) => volume.Open(name);

    public IDiskFile Create(string name) => volume.Create(name);

    public void Rename(string from, string to) => volume.Rename(from, to);

    public void Replace(string from, string to) => volume.Replace(from, to);

    public void Delete(string name) => volume.Delete(name);

    public void FlushDirectory() => volume.FlushDirectory();

    public IDisposable Lock() => new NoLock();

    private sealed class NoLock : IDisposable
    {
        public void Dispose()
        {
            // Nothing is locked.
        }
    }
}
