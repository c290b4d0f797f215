namespace Holdfast.Cli.Demo.Tools;

/// <summary>A line that a search found.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line's number, from 1.</param>
/// <param name="Text">The line.</param>
internal sealed record SearchPlace(string Path, int Line, string Text);
