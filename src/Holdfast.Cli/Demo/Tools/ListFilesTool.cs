using System.ComponentModel;
using Holdfast.Agents;

namespace Holdfast.Cli.Demo.Tools;

/// <summary>Lists what a folder holds.</summary>
internal sealed class ListFilesTool(SurveyedFolder folder, TimeProvider timeProvider)
{
    /// <summary>The tool's name.</summary>
    public const string Name = "list_files";

    /// <summary>What the model reads about the tool.</summary>
    public const string Description = "Lists the files and folders that a folder holds, with the number of files below each folder and the size of each file.";

    public FolderListing List([Description("The folder, relative to the surveyed one; '.' for all of it.")] string path = ".", CancellationToken cancellationToken = default)
    {
        var full = folder.Resolve(path);
        if (!Directory.Exists(full))
        {
            throw new ToolException($"There is no folder '{path}'.");
        }

        var deadline = new ToolDeadline(timeProvider, cancellationToken);
        var entries = SurveyedFolder.EntriesOf(full).ToList();
        return new FolderListing(folder.RelativeOf(full), [.. entries.Take(ToolLimits.MaxEntries).Select(entry => Describe(entry, deadline))], Math.Max(0, entries.Count - ToolLimits.MaxEntries));
    }

    private static FolderEntry Describe(FileSystemInfo entry, ToolDeadline deadline)
    {
        if (entry is FileInfo file)
        {
            return new FolderEntry(file.Name, "file", Bytes: file.Length);
        }

        var count = 0;
        foreach (var unused in SurveyedFolder.FilesBelow(entry.FullName))
        {
            deadline.CountFile();
            count++;
        }

        return new FolderEntry(entry.Name, "folder", Files: count);
    }
}
