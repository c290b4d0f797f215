namespace Holdfast.Cli.Demo.Tools;

/// <summary>Result of <c>measure</c>.</summary>
/// <param name="Path">What was measured.</param>
/// <param name="Files">All its files.</param>
/// <param name="Bytes">Their size.</param>
/// <param name="Lines">Lines of the text files.</param>
/// <param name="OtherFiles">Files that are not text, or too large to be read.</param>
/// <param name="CodeLines">Lines in programming languages.</param>
/// <param name="TestCodeLines">Those of them in test files.</param>
/// <param name="Languages">The languages, most lines first.</param>
/// <param name="Largest">The code files with most lines, largest first.</param>
internal sealed record Measurement(
    string Path,
    int Files,
    long Bytes,
    int Lines,
    int OtherFiles,
    int CodeLines,
    int TestCodeLines,
    IReadOnlyList<LanguageShare> Languages,
    IReadOnlyList<MeasuredFile> Largest);
