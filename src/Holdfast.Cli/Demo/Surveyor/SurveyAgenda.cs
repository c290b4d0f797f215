using Holdfast.Agents;
using Holdfast.Cli.Demo.Tools;

namespace Holdfast.Cli.Demo.Surveyor;

/// <summary>How a survey goes: from the whole to its parts, then to documents, marks and the largest files.</summary>
internal static class SurveyAgenda
{
    /// <summary>Tool calls that the surveyor asks for at a time, at most: 3.</summary>
    public const int CallsPerTurn = 3;

    private const int MaxParts = 12;
    private const int MaxSubparts = 16;
    private const int MaxDocuments = 8;
    private const int MaxFilesRead = 8;
    private const int MinFilesOfASplitPart = 12;

    /// <summary>Words that mark unfinished places, and words that tell how a program reports and tests. Written in lower case: the search does not mind.</summary>
    public static readonly IReadOnlyList<string> Words = ["todo", "fixme", "hack", "deprecated", "obsolete", "notimplementedexception", "skip", "password"];

    private static readonly SurveyStage[] Stages =
    [
        new("I begin with the whole folder.", static _ => [SurveyCalls.List("."), SurveyCalls.Measure(".")]),
        new("I look at its parts.", static notes => PartsOf(notes).SelectMany(path => new[] { SurveyCalls.List(path), SurveyCalls.Measure(path) })),
        new("I measure the larger parts more closely.", static notes => SubpartsOf(notes).Select(SurveyCalls.Measure)),
        new("I read what its authors say about it.", static notes => DocumentsOf(notes).Select(SurveyCalls.Read)),
        new("I count the marks that its authors left.", static _ => Words.Select(SurveyCalls.Search)),
        new("I look into the largest files.", static notes => LargestOf(notes).Select(file => SurveyCalls.Read(file.Path))),
    ];

    /// <summary>The next calls and what they are for; none when everything was looked at.</summary>
    public static (string Purpose, IReadOnlyList<ScriptedToolCall> Calls) Next(SurveyNotes notes)
    {
        foreach (var stage in Stages)
        {
            var open = stage.Wanted(notes).Where(call => !notes.HasAsked(call)).Take(CallsPerTurn).ToList();
            if (open.Count > 0)
            {
                return (stage.Purpose, open);
            }
        }

        return (string.Empty, []);
    }

    /// <summary>The folders right below the surveyed one.</summary>
    public static IEnumerable<string> PartsOf(SurveyNotes notes) => FoldersIn(notes.ListingOf(".")).Select(folder => folder.Name).Take(MaxParts);

    /// <summary>The folders below the larger parts, in the order of the parts.</summary>
    public static IEnumerable<string> SubpartsOf(SurveyNotes notes) =>
        FoldersIn(notes.ListingOf("."))
            .Where(part => part.Files >= MinFilesOfASplitPart)
            .SelectMany(part => FoldersIn(notes.ListingOf(part.Name)).OrderByDescending(folder => folder.Files).Select(folder => $"{part.Name}/{folder.Name}"))
            .Take(MaxSubparts);

    /// <summary>The documents at the top and in the parts, README first.</summary>
    public static IEnumerable<string> DocumentsOf(SurveyNotes notes) =>
        PartsOf(notes).Prepend(".")
            .SelectMany(folder => FilesIn(notes.ListingOf(folder)).Select(file => folder == "." ? file : $"{folder}/{file}"))
            .Where(IsDocument)
            .OrderBy(path => path.StartsWith("README", StringComparison.OrdinalIgnoreCase) ? 0 : 1)
            .Take(MaxDocuments);

    /// <summary>The code files with most lines.</summary>
    public static IEnumerable<MeasuredFile> LargestOf(SurveyNotes notes) =>
        PartsOf(notes).Prepend(".").Concat(SubpartsOf(notes))
            .SelectMany(path => notes.MeasurementOf(path)?.Largest ?? [])
            .DistinctBy(file => file.Path)
            .OrderByDescending(file => file.Lines).ThenBy(file => file.Path, StringComparer.Ordinal)
            .Take(MaxFilesRead);

    private static IEnumerable<FolderEntry> FoldersIn(FolderListing? listing) => listing?.Entries.Where(entry => entry.Kind == "folder") ?? [];

    private static IEnumerable<string> FilesIn(FolderListing? listing) => listing?.Entries.Where(entry => entry.Kind == "file").Select(entry => entry.Name) ?? [];

    private static bool IsDocument(string path) => path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".rst", StringComparison.OrdinalIgnoreCase)
        || Path.GetFileNameWithoutExtension(path) is "LICENSE" or "README" or "COPYING";
}
