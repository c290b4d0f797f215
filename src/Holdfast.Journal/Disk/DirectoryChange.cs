using System.Runtime.InteropServices;

namespace Holdfast.Journaling;

/// <summary>A change of a <see cref="MemoryDisk"/>'s directory: a name goes, a name comes, or both at once.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DirectoryChange(string? Removed, string? Added, MemoryFileContent? Content)
{
    public void ApplyTo(SortedDictionary<string, MemoryFileContent> files)
    {
        if (Removed is not null)
        {
            files.Remove(Removed);
        }

        if (Added is not null && Content is not null)
        {
            files[Added] = Content;
        }
    }
}
