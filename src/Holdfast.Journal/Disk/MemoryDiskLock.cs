namespace Holdfast.Journaling;

/// <summary>Holds a <see cref="MemoryDisk"/>.</summary>
internal sealed class MemoryDiskLock(MemoryDisk disk) : IDisposable
{
    public void Dispose() => disk.Unlock(this);
}
