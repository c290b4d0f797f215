namespace Holdfast.Cli.Demo.Tools;

/// <summary>What is written in one language.</summary>
/// <param name="Language">The language.</param>
/// <param name="Files">Its files.</param>
/// <param name="Lines">Their lines.</param>
/// <param name="Bytes">Their size.</param>
internal sealed record LanguageShare(string Language, int Files, int Lines, long Bytes);
