namespace Holdfast.Journaling.Tests;

/// <summary>A folder of the machine's own, removed at the end of the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("holdfast-journal-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
