using System.Globalization;
using Holdfast.Cli.Demo.Tools;

namespace Holdfast.Cli.Demo.Surveyor;

/// <summary>What a newcomer should know, in sentences.</summary>
internal static class SurveyFindings
{
    private const int ManyLines = 500;

    private static readonly string[] ExpectedDocuments = ["README", "LICENSE"];

    /// <summary>The findings, the most important first; at least one.</summary>
    public static IReadOnlyList<string> Of(SurveyNotes notes)
    {
        if (notes.MeasurementOf(".") is not { } whole)
        {
            return ["The folder could not be measured."];
        }

        return
        [
            Size(whole),
            .. Tests(whole),
            .. LargestFile(notes),
            .. Marks(notes),
            .. Documents(notes),
        ];
    }

    private static string Size(Measurement whole)
    {
        var main = whole.Languages.Where(share => Languages.IsCode(share.Language)).Take(2).Select(share => $"{share.Language} ({Percent(share.Lines, whole.CodeLines)})").ToList();
        return main.Count == 0
            ? Text($"It has {whole.Files:N0} files with {whole.Lines:N0} lines, and no code.")
            : Text($"It has {whole.Files:N0} files with {whole.Lines:N0} lines, {whole.CodeLines:N0} of them code, mostly {string.Join(" and ", main)}.");
    }

    private static IEnumerable<string> Tests(Measurement whole)
    {
        if (whole.CodeLines == 0)
        {
            yield break;
        }

        var other = whole.CodeLines - whole.TestCodeLines;
        yield return whole.TestCodeLines == 0
            ? "No test code was found."
            : Text($"{Percent(whole.TestCodeLines, whole.CodeLines)} of the code is tests: {(other == 0 ? 1 : (double)whole.TestCodeLines / other):N2} lines of test for each line of other code.");
    }

    private static IEnumerable<string> LargestFile(SurveyNotes notes)
    {
        if (SurveyAgenda.LargestOf(notes).FirstOrDefault() is { } largest)
        {
            yield return Text($"The longest code file is `{largest.Path}` with {largest.Lines:N0} lines{(largest.Lines > ManyLines ? $", which is more than {ManyLines}" : string.Empty)}.");
        }
    }

    private static IEnumerable<string> Marks(SurveyNotes notes)
    {
        var found = SurveyAgenda.Words.Take(3).Select(notes.SearchOf).OfType<SearchResult>().Where(search => search.Lines > 0).ToList();
        yield return found.Count == 0
            ? "Nothing is marked as unfinished."
            : Text($"Unfinished places may be where it says {string.Join(", ", found.Select(search => $"\"{search.Text}\" ({search.Lines:N0} lines in {search.Files:N0} files)"))}.");
    }

    private static IEnumerable<string> Documents(SurveyNotes notes)
    {
        var names = notes.ListingOf(".")?.Entries.Select(entry => entry.Name).ToList() ?? [];
        foreach (var wanted in ExpectedDocuments.Where(wanted => !names.Any(name => name.StartsWith(wanted, StringComparison.OrdinalIgnoreCase))))
        {
            yield return $"There is no {wanted} at the top.";
        }
    }

    private static string Percent(int part, int whole) => whole == 0 ? "0 %" : Text($"{100.0 * part / whole:N0} %");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
