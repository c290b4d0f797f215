namespace Holdfast.Cli.Demo.Tools;

/// <summary>A text file and its size.</summary>
/// <param name="Path">The file.</param>
/// <param name="Language">Its language.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Bytes">Its size.</param>
internal sealed record MeasuredFile(string Path, string Language, int Lines, long Bytes);
