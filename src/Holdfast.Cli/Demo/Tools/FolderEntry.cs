namespace Holdfast.Cli.Demo.Tools;

/// <summary>An entry of a listing.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">"folder" or "file".</param>
/// <param name="Files">For a folder: the files below it.</param>
/// <param name="Bytes">For a file: its size.</param>
internal sealed record FolderEntry(string Name, string Kind, int? Files = null, long? Bytes = null);
