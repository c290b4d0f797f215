namespace Holdfast.Cli.Demo.Tools;

/// <summary>Tells files with tests by their path.</summary>
internal static class TestFiles
{
    private static readonly HashSet<string> Folders = new(StringComparer.OrdinalIgnoreCase) { "test", "tests", "spec", "specs", "__tests__" };

    private static readonly string[] Endings = ["Test", "Tests", "Spec", "_test", ".test", ".spec"];

    /// <summary>True when the file lies in a folder of tests, or is called like one.</summary>
    public static bool IsTest(string relativePath) =>
        relativePath.Split('/')[..^1].Any(Folders.Contains) || Endings.Any(ending => Path.GetFileNameWithoutExtension(relativePath).EndsWith(ending, StringComparison.Ordinal));
}
