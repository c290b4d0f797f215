namespace Holdfast.Cli.Demo.Tools;

/// <summary>Result of <c>list_files</c>.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Entries">What it holds, in ordinal order.</param>
/// <param name="LeftOut">Entries above the limit that are not shown.</param>
internal sealed record FolderListing(string Path, IReadOnlyList<FolderEntry> Entries, int LeftOut);
