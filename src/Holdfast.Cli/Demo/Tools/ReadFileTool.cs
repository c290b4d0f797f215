using System.ComponentModel;
using Holdfast.Agents;

namespace Holdfast.Cli.Demo.Tools;

/// <summary>Reads lines of a text file.</summary>
internal sealed class ReadFileTool(SurveyedFolder folder)
{
    /// <summary>The tool's name.</summary>
    public const string Name = "read_file";

    /// <summary>What the model reads about the tool.</summary>
    public const string Description = "Reads lines of a text file, at most 200 at a time. Binary files are not read.";

    public FileReading Read(
        [Description("The file, relative to the surveyed folder.")] string path,
        [Description("The first line wanted, from 1.")] int firstLine = 1,
        [Description("How many lines, 1 to 200.")] int lines = ToolLimits.MaxLines)
    {
        if (firstLine < 1 || lines is < 1 or > ToolLimits.MaxLines)
        {
            throw new ToolException($"firstLine must be at least 1, and lines 1 to {ToolLimits.MaxLines}.");
        }

        var file = new FileInfo(folder.Resolve(path));
        if (!file.Exists)
        {
            throw new ToolException($"There is no file '{path}'.");
        }

        var relative = folder.RelativeOf(file.FullName);
        if (TextFile.ReadLines(file) is not { } all)
        {
            return new FileReading(relative, file.Length, null, firstLine, string.Empty, IsWhole: false);
        }

        var shown = all.Skip(firstLine - 1).Take(lines).ToList();
        return new FileReading(relative, file.Length, all.Count, firstLine, string.Join('\n', shown.Select(TextFile.Shown)), shown.Count == all.Count);
    }
}
