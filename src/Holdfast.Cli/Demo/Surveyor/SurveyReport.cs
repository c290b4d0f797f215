using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Holdfast.Cli.Demo.Tools;

namespace Holdfast.Cli.Demo.Surveyor;

/// <summary>Composes the report from what the tools found. Equal findings give equal reports, byte for byte.</summary>
internal sealed partial class SurveyReport
{
    private const int MaxLanguages = 12;

    // Lines that say nothing about what a file is for.
    private static readonly string[] Preludes = ["using ", "namespace ", "package ", "import ", "from ", "#include"];

    private static readonly char[] Decoration = [' ', '\t', '#', '/', '*', '!', '-'];

    private readonly SurveyNotes _notes;
    private readonly StringBuilder _text = new();

    private SurveyReport(SurveyNotes notes) => _notes = notes;

    /// <summary>The report.</summary>
    public static string Compose(SurveyNotes notes)
    {
        var report = new SurveyReport(notes);
        report.WriteSummary();
        report.WriteStructure();
        report.WriteLanguages();
        report.WriteParts();
        report.WriteFiles();
        report.WriteDocuments();
        report.WriteMarks();
        report.WriteMethod();
        return report._text.ToString().TrimEnd();
    }

    private void WriteSummary()
    {
        Line($"# Survey of {_notes.Task.FolderName}");
        Heading("At a glance");
        foreach (var finding in SurveyFindings.Of(_notes))
        {
            Line($"- {finding}");
        }
    }

    private void WriteStructure()
    {
        Heading("Structure");
        Table("Part", "Files", "Lines", "Code", "Tests", "Mostly");
        foreach (var part in SurveyAgenda.PartsOf(_notes).Select(_notes.MeasurementOf).OfType<Measurement>())
        {
            Line($"| `{part.Path}/` | {part.Files:N0} | {part.Lines:N0} | {part.CodeLines:N0} | {part.TestCodeLines:N0} | {MainLanguageOf(part)} |");
        }

        if (_notes.MeasurementOf(".") is { } whole)
        {
            Line($"| all | {whole.Files:N0} | {whole.Lines:N0} | {whole.CodeLines:N0} | {whole.TestCodeLines:N0} | {MainLanguageOf(whole)} |");
        }
    }

    private void WriteLanguages()
    {
        Heading("Languages");
        Table("Language", "Files", "Lines", "Bytes");
        foreach (var share in _notes.MeasurementOf(".")?.Languages.Take(MaxLanguages) ?? [])
        {
            Line($"| {share.Language} | {share.Files:N0} | {share.Lines:N0} | {share.Bytes:N0} |");
        }
    }

    private void WriteParts()
    {
        var parts = SurveyAgenda.SubpartsOf(_notes).Select(_notes.MeasurementOf).OfType<Measurement>().OrderByDescending(part => part.Lines).ThenBy(part => part.Path, StringComparer.Ordinal).ToList();
        if (parts.Count == 0)
        {
            return;
        }

        Heading("Larger parts");
        Table("Part", "Files", "Lines", "Longest file");
        foreach (var part in parts)
        {
            Line($"| `{part.Path}/` | {part.Files:N0} | {part.Lines:N0} | {LongestFileOf(part)} |");
        }
    }

    private void WriteFiles()
    {
        Heading("Longest code files");
        Table("File", "Lines", "Language", "Begins with");
        foreach (var file in SurveyAgenda.LargestOf(_notes))
        {
            Line($"| `{file.Path}` | {file.Lines:N0} | {file.Language} | {FirstWords(_notes.ReadingOf(file.Path))} |");
        }
    }

    private void WriteDocuments()
    {
        Heading("Documents");
        foreach (var reading in SurveyAgenda.DocumentsOf(_notes).Select(_notes.ReadingOf).OfType<FileReading>())
        {
            Line($"- `{reading.Path}` ({reading.Lines ?? 0:N0} lines): {FirstWords(reading)}");
        }
    }

    private void WriteMarks()
    {
        Heading("Words that tell something");
        Table("Word", "Lines", "Files", "First place");
        foreach (var search in SurveyAgenda.Words.Select(_notes.SearchOf).OfType<SearchResult>())
        {
            Line($"| {search.Text} | {search.Lines:N0} | {search.Files:N0} | {(search.Places.Count > 0 ? $"`{search.Places[0].Path}`" : "–")} |");
        }
    }

    private void WriteMethod()
    {
        Heading("How it was made");
        Line($"By an agent in {_notes.Turns:N0} turns with {_notes.ToolCalls:N0} tool calls.");
    }

    private void Heading(string title)
    {
        _text.Append('\n');
        Line($"## {title}");
        _text.Append('\n');
    }

    private void Table(params string[] columns)
    {
        Line($"| {string.Join(" | ", columns)} |");
        Line($"|{string.Concat(columns.Select(_ => "---|"))}");
    }

    private void Line(FormattableString line) => _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static string MainLanguageOf(Measurement part) => part.Languages is [var main, ..] ? main.Language : "–";

    private static string LongestFileOf(Measurement part) =>
        part.Largest is [var file, ..] ? string.Create(CultureInfo.InvariantCulture, $"`{Path.GetFileName(file.Path)}` ({file.Lines:N0})") : "–";

    /// <summary>The first line that says something, fit for a table.</summary>
    private static string FirstWords(FileReading? reading)
    {
        const int maxChars = 80;
        var line = (reading?.Text ?? string.Empty).Split('\n')
            .Select(line => Tag().Replace(line, string.Empty).Trim(Decoration).Replace("|", "\\|", StringComparison.Ordinal).Replace("`", string.Empty, StringComparison.Ordinal))
            .FirstOrDefault(line => line.Length > 0 && !Preludes.Any(prelude => line.StartsWith(prelude, StringComparison.Ordinal))) ?? "–";
        return line.Length <= maxChars ? line : line[..maxChars] + " …";
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();
}
