using Holdfast.Agents;

namespace Holdfast.Cli.Demo.Tools;

/// <summary>
/// The folder that is surveyed, and the only one that its tools can reach. Paths are relative to it, with forward slashes. Symbolic links are not followed, and
/// what tools of other programs keep for themselves is left out.
/// </summary>
internal sealed class SurveyedFolder
{
    /// <summary>The folder in which Holdfast keeps its own data.</summary>
    public const string OwnName = ".holdfast";

    /// <summary>Folders that are never looked into: version control, build output, packages, Holdfast's own data.</summary>
    public static readonly IReadOnlySet<string> IgnoredNames =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase) { ".git", ".hg", ".svn", OwnName, ".idea", ".vs", "artifacts", "bin", "node_modules", "obj", "TestResults" };

    private static readonly EnumerationOptions WhatCanBeRead = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true };

    /// <summary>Takes a folder.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public SurveyedFolder(string path)
    {
        var folder = new DirectoryInfo(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        if (!folder.Exists)
        {
            throw new DirectoryNotFoundException($"There is no folder {folder.FullName}.");
        }

        Root = (folder.ResolveLinkTarget(returnFinalTarget: true) ?? folder).FullName;
        Name = folder.Name;
    }

    /// <summary>The folder itself, absolute.</summary>
    public string Root { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The absolute path of something that may be read.</summary>
    /// <exception cref="ToolException">It lies outside, behind a link, or among what is left out.</exception>
    public string Resolve(string path)
    {
        var full = Confine(path);
        if (SegmentsOf(full).Any(IgnoredNames.Contains))
        {
            throw new ToolException($"'{path}' is left out of the survey, like all of: {string.Join(", ", IgnoredNames.Order(StringComparer.Ordinal))}.");
        }

        return full;
    }

    /// <summary>The absolute path of a file or folder that may be read and is there.</summary>
    /// <exception cref="ToolException">It is not there, or must not be read.</exception>
    public string ResolveExisting(string path)
    {
        var full = Resolve(path);
        return Path.Exists(full) ? full : throw new ToolException($"There is nothing at '{path}'.");
    }

    /// <summary>The absolute path of something in the folder, whether or not it is part of the survey.</summary>
    /// <exception cref="ToolException">It lies outside or behind a link.</exception>
    public string Confine(string path)
    {
        if (Path.IsPathRooted(path) || path.Contains('\0', StringComparison.Ordinal))
        {
            throw Outside(path);
        }

        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(Root, path)));
        if (!string.Equals(full, Root, StringComparison.Ordinal) && !full.StartsWith(Root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw Outside(path);
        }

        RefuseLinks(path, full);
        return full;
    }

    /// <summary>The path of a file or folder relative to the folder; "." for the folder itself.</summary>
    public string RelativeOf(string full) => Path.GetRelativePath(Root, full).Replace('\\', '/');

    /// <summary>What a folder holds and is part of the survey, in ordinal order.</summary>
    public static IEnumerable<FileSystemInfo> EntriesOf(string full) =>
        new DirectoryInfo(full).EnumerateFileSystemInfos("*", WhatCanBeRead)
            .Where(entry => !IgnoredNames.Contains(entry.Name) && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && entry.LinkTarget is null)
            .OrderBy(entry => entry.Name, StringComparer.Ordinal);

    /// <summary>Every file below a folder, or the file itself, in ordinal order of the folders on the way.</summary>
    public static IEnumerable<FileInfo> FilesBelow(string full) => File.Exists(full)
        ? [new FileInfo(full)]
        : EntriesOf(full).SelectMany(entry => entry is FileInfo file ? [file] : FilesBelow(entry.FullName));

    private static ToolException Outside(string path) => new($"'{path}' is outside the folder. Give a path relative to it, such as 'src' or 'docs/README.md'.");

    private string[] SegmentsOf(string full) => RelativeOf(full).Split('/');

    private void RefuseLinks(string path, string full)
    {
        var place = Root;
        foreach (var segment in SegmentsOf(full).Where(segment => segment != "."))
        {
            place = Path.Combine(place, segment);
            if (new FileInfo(place).LinkTarget is not null)
            {
                throw new ToolException($"'{path}' leads through a symbolic link. Links are not followed.");
            }
        }
    }
}
