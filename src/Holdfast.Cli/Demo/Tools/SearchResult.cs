namespace Holdfast.Cli.Demo.Tools;

/// <summary>Result of <c>search_text</c>.</summary>
/// <param name="Text">What was searched for.</param>
/// <param name="Lines">Lines that contain it.</param>
/// <param name="Files">Files that contain it.</param>
/// <param name="Places">The first places.</param>
internal sealed record SearchResult(string Text, int Lines, int Files, IReadOnlyList<SearchPlace> Places);
