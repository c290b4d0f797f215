using System.Text.RegularExpressions;

namespace Holdfast.Cli.Demo.Surveyor;

/// <summary>What a survey is asked to do, and how that is said to the model.</summary>
/// <param name="FolderName">Name of the folder.</param>
/// <param name="ReportPath">Where the report goes, relative to the folder.</param>
internal sealed partial record SurveyTask(string FolderName, string ReportPath)
{
    /// <summary>The user message.</summary>
    public string ToMessage() =>
        $"Survey the folder '{FolderName}': its structure, its languages, its largest parts and files, how much of it is tests, and what else a newcomer should know. "
        + $"Look at it through your tools, then write a report to '{ReportPath}'.";

    /// <summary>Reads the task from a user message; null when it is another one.</summary>
    public static SurveyTask? FromMessage(string message) =>
        Message().Match(message) is { Success: true } match ? new SurveyTask(match.Groups["folder"].Value, match.Groups["path"].Value) : null;

    [GeneratedRegex("^Survey the folder '(?<folder>[^']*)'.*write a report to '(?<path>[^']*)'\\.$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Message();
}
