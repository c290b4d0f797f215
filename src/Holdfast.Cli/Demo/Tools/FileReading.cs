namespace Holdfast.Cli.Demo.Tools;

/// <summary>Result of <c>read_file</c>.</summary>
/// <param name="Path">The file.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Lines">Its lines; null when it is not text, or too large to be read.</param>
/// <param name="FirstLine">Number of the first line shown, from 1.</param>
/// <param name="Text">The lines shown.</param>
/// <param name="IsWhole">True when that is all.</param>
internal sealed record FileReading(string Path, long Bytes, int? Lines, int FirstLine, string Text, bool IsWhole);
