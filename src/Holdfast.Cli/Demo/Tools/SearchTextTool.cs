using System.ComponentModel;
using Holdfast.Agents;

namespace Holdfast.Cli.Demo.Tools;

/// <summary>Finds lines that contain a text.</summary>
internal sealed class SearchTextTool(SurveyedFolder folder, TimeProvider timeProvider)
{
    /// <summary>The tool's name.</summary>
    public const string Name = "search_text";

    /// <summary>What the model reads about the tool.</summary>
    public const string Description = "Counts the lines of text files that contain a text, upper and lower case alike, and shows the first places.";

    public SearchResult Search(
        [Description("The text, 1 to 200 characters; no pattern.")] string text,
        [Description("The folder or file to search, relative to the surveyed folder; '.' for all of it.")] string path = ".",
        [Description("True to count whole words alone.")] bool wholeWord = false,
        CancellationToken cancellationToken = default)
    {
        if (text.Length is 0 or > ToolLimits.MaxSearchChars)
        {
            throw new ToolException($"The text must have 1 to {ToolLimits.MaxSearchChars} characters.");
        }

        var deadline = new ToolDeadline(timeProvider, cancellationToken);
        var places = new List<SearchPlace>();
        var (lines, files) = (0, 0);
        foreach (var file in SurveyedFolder.FilesBelow(folder.ResolveExisting(path)))
        {
            deadline.CountFile();
            var found = PlacesIn(file, text, wholeWord).ToList();
            lines += found.Count;
            files += found.Count > 0 ? 1 : 0;
            places.AddRange(found.Take(ToolLimits.MaxPlaces - places.Count));
        }

        return new SearchResult(text, lines, files, places);
    }

    private IEnumerable<SearchPlace> PlacesIn(FileInfo file, string text, bool wholeWord) =>
        (TextFile.ReadLines(file) ?? [])
            .Select((line, index) => new SearchPlace(folder.RelativeOf(file.FullName), index + 1, line))
            .Where(place => Contains(place.Text, text, wholeWord))
            .Select(place => place with { Text = TextFile.Shown(place.Text.Trim()) });

    private static bool Contains(string line, string text, bool wholeWord)
    {
        for (var at = line.IndexOf(text, StringComparison.OrdinalIgnoreCase); at >= 0; at = line.IndexOf(text, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (!wholeWord || (IsBoundary(line, at - 1) && IsBoundary(line, at + text.Length)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBoundary(string line, int index) => index < 0 || index >= line.Length || !(char.IsLetterOrDigit(line[index]) || line[index] == '_');
}
