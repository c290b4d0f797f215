using System.ComponentModel;
using System.Text;
using Holdfast.Agents;

namespace Holdfast.Cli.Demo.Tools;

/// <summary>
/// Writes the report. Written again, it gives the same file: the new text replaces the old in one step. Files that are not reports of the surveyor are never
/// replaced.
/// </summary>
internal sealed class WriteReportTool(SurveyedFolder folder)
{
    /// <summary>The tool's name.</summary>
    public const string Name = "write_report";

    /// <summary>What the model reads about the tool.</summary>
    public const string Description = "Writes the report as a Markdown file into the surveyed folder. A person approves the call first.";

    /// <summary>The first line of every report.</summary>
    public const string Mark = "<!-- Written by the surveyor of `holdfast demo`. -->";

    public async Task<WrittenReport> WriteAsync(
        [Description("The file, relative to the surveyed folder; its name ends in .md.")] string path,
        [Description("The whole report, in Markdown.")] string markdown,
        CancellationToken cancellationToken = default)
    {
        var full = folder.Confine(path);
        Check(path, full, markdown);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var content = Encoding.UTF8.GetBytes($"{Mark}\n\n{markdown.Trim()}\n");
        var draft = full + ".draft";
        await File.WriteAllBytesAsync(draft, content, cancellationToken);
        File.Move(draft, full, overwrite: true);
        return new WrittenReport(folder.RelativeOf(full), content.Length);
    }

    private static void Check(string path, string full, string markdown)
    {
        if (path.Split('/', '\\').Any(segment => SurveyedFolder.IgnoredNames.Contains(segment) && !string.Equals(segment, SurveyedFolder.OwnName, StringComparison.Ordinal)))
        {
            throw new ToolException($"'{path}' belongs to another program. Choose another place.");
        }

        if (!full.EndsWith(".md", StringComparison.Ordinal))
        {
            throw new ToolException($"'{path}' is no Markdown file. Its name must end in .md.");
        }

        if (markdown.Length is 0 or > ToolLimits.MaxReportChars)
        {
            throw new ToolException($"The report must have 1 to {ToolLimits.MaxReportChars:N0} characters.");
        }

        if (Directory.Exists(full) || (File.Exists(full) && !IsReport(full)))
        {
            throw new ToolException($"There is a '{path}' already that the surveyor did not write. Choose another name.");
        }
    }

    private static bool IsReport(string full) => string.Equals(File.ReadLines(full).FirstOrDefault(), Mark, StringComparison.Ordinal);
}
