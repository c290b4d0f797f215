namespace Holdfast.Cli.Demo.Tools;

/// <summary>Result of <c>write_report</c>.</summary>
/// <param name="Path">The file, relative to the surveyed folder.</param>
/// <param name="Bytes">Its size.</param>
internal sealed record WrittenReport(string Path, long Bytes);
