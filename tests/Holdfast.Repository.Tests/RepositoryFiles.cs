using System.Runtime.CompilerServices;

namespace Holdfast.Repository.Tests;

/// <summary>The repository's own files.</summary>
internal static class RepositoryFiles
{
    private static readonly string[] Skipped = ["artifacts", ".git", ".holdfast", "node_modules", "bin", "obj"];

    public static string Root { get; } = FindRoot();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Paths relative to the root, with forward slashes, of files with the extension below the folder.</summary>
    public static IEnumerable<string> Find(string folder, string extension) =>
        Walk(Path.Combine(Root, folder))
            .Where(p => p.EndsWith(extension, StringComparison.Ordinal))
            .Select(p => Path.GetRelativePath(Root, p).Replace('\\', '/'));

    private static IEnumerable<string> Walk(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var below = Directory.EnumerateDirectories(folder).Where(d => !Skipped.Contains(Path.GetFileName(d), StringComparer.Ordinal)).SelectMany(Walk);
        return Directory.EnumerateFiles(folder).Concat(below);
    }

    private static string FindRoot([CallerFilePath] string thisFile = "")
    {
        var folder = Path.GetDirectoryName(thisFile);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Holdfast.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException($"No folder above {thisFile} has Holdfast.slnx.");
    }
}
