using System.ComponentModel;

namespace Holdfast.Cli.Demo.Tools;

/// <summary>Measures a part of the folder.</summary>
internal sealed class MeasureTool(SurveyedFolder folder, TimeProvider timeProvider)
{
    /// <summary>The tool's name.</summary>
    public const string Name = "measure";

    /// <summary>What the model reads about the tool.</summary>
    public const string Description = "Measures a folder or file: files, bytes, lines, languages, lines of test code, and the code files with most lines.";

    public Measurement Measure([Description("The folder or file, relative to the surveyed folder; '.' for all of it.")] string path = ".", CancellationToken cancellationToken = default)
    {
        var full = folder.ResolveExisting(path);
        var deadline = new ToolDeadline(timeProvider, cancellationToken);
        var texts = new List<MeasuredFile>();
        var (files, bytes) = (0, 0L);
        foreach (var file in SurveyedFolder.FilesBelow(full))
        {
            deadline.CountFile();
            files++;
            bytes += file.Length;
            if (TextFile.ReadLines(file) is { } lines)
            {
                texts.Add(new MeasuredFile(folder.RelativeOf(file.FullName), Languages.Of(file.Name), lines.Count, file.Length));
            }
        }

        return Summarize(folder.RelativeOf(full), files, bytes, texts);
    }

    private static Measurement Summarize(string path, int files, long bytes, List<MeasuredFile> texts)
    {
        var code = texts.Where(file => Languages.IsCode(file.Language)).ToList();
        var languages = texts.GroupBy(file => file.Language, StringComparer.Ordinal)
            .Select(group => new LanguageShare(group.Key, group.Count(), group.Sum(file => file.Lines), group.Sum(file => file.Bytes)))
            .OrderByDescending(share => share.Lines).ThenBy(share => share.Language, StringComparer.Ordinal);
        var largest = code.OrderByDescending(file => file.Lines).ThenBy(file => file.Path, StringComparer.Ordinal).Take(ToolLimits.MaxLargest);
        return new Measurement(
            path,
            files,
            bytes,
            texts.Sum(file => file.Lines),
            files - texts.Count,
            code.Sum(file => file.Lines),
            code.Where(file => TestFiles.IsTest(file.Path)).Sum(file => file.Lines),
            [.. languages],
            [.. largest]);
    }
}
