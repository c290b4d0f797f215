using System.Text.Json;
using Holdfast.Cli.Demo.Ledger;
using Holdfast.Cli.Demo.Tools;

namespace Holdfast.Cli.Demo;

/// <summary>What the demonstration keeps in its data folder beside Holdfast's own files.</summary>
internal sealed class DemoFolder(string path)
{
    private const string DefaultReportName = "holdfast-survey.md";

    /// <summary>The folder, absolute.</summary>
    public string Path { get; } = path;

    /// <summary>The ledger of the calls.</summary>
    public string LedgerPath => System.IO.Path.Combine(Path, "calls.jsonl");

    private string SubjectPath => System.IO.Path.Combine(Path, "surveyed-folder.json");

    /// <summary>Where the report goes: into the data folder when it lies in the surveyed one.</summary>
    public string ReportPathIn(SurveyedFolder folder)
    {
        var relative = folder.RelativeOf(Path);
        return relative.StartsWith("..", StringComparison.Ordinal) || System.IO.Path.IsPathRooted(relative) ? DefaultReportName : $"{relative}/report.md";
    }

    /// <summary>The folder that the run in this data folder surveys; null when there is no run.</summary>
    public string? FindSubject() => File.Exists(SubjectPath) ? JsonSerializer.Deserialize(File.ReadAllText(SubjectPath), ToolJson.Default.String) : null;

    /// <summary>Prepares for a new run: its subject is noted, and its ledger is empty.</summary>
    public void BeginRun(string subject)
    {
        Directory.CreateDirectory(Path);
        File.Delete(LedgerPath);
        File.WriteAllText(SubjectPath, JsonSerializer.Serialize(subject, ToolJson.Default.String));
    }

    /// <summary>Keys of the calls that were begun so far.</summary>
    public IReadOnlySet<string> ReadBegunKeys() => LedgerReader.ReadAll(LedgerPath).Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
}
