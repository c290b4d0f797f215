using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Holdfast.Protocol;

namespace Holdfast.Testing;

/// <summary>
/// The contracts of an assembly as text: workflows, handlers, activities, payload types and patches that runs under way and callers rely on. A test that
/// holds them to a file shows each change in review.
/// </summary>
public static class WorkflowContracts
{
    /// <summary>Environment variable that, set to 1, lets <see cref="Verify"/> write the file anew instead of comparing.</summary>
    public const string RewriteVariable = "HOLDFAST_REWRITE_CONTRACTS";

    private const string MetadataKey = "Holdfast.Contracts";

    private const string Header = "# What runs, callers and workers rely on. Written by WorkflowContracts.Verify with " + RewriteVariable + "=1.\n";

    /// <summary>The contracts, one on each line, sorted; below a line of comment. Contracts of an assembly built without Holdfast's analyzers are empty.</summary>
    /// <param name="assembly">An assembly with workflows or activities.</param>
    public static string Of(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return Header + assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => string.Equals(a.Key, MetadataKey, StringComparison.Ordinal))?.Value;
    }

    /// <summary>The lines that two texts do not share: "- " before those of the first, "+ " before those of the second. Comments and empty lines do not count.</summary>
    /// <param name="written">Contracts as they were.</param>
    /// <param name="current">Contracts as they are.</param>
    public static IReadOnlyList<string> Compare(string written, string current)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(current);
        var before = Lines(written);
        var now = Lines(current);
        return
        [
            .. before.Except(now, StringComparer.Ordinal).Select(l => $"- {l}").Concat(now.Except(before, StringComparer.Ordinal).Select(l => $"+ {l}")).OrderBy(l => l[2..], StringComparer.Ordinal),
        ];
    }

    /// <summary>Compares an assembly's contracts with a file, or writes the file when <see cref="RewriteVariable"/> is 1.</summary>
    /// <param name="assembly">An assembly with workflows or activities.</param>
    /// <param name="path">The file, relative to the folder of the test's source file.</param>
    /// <param name="testFile">Leave it out: the compiler fills it in.</param>
    /// <exception cref="HoldfastException"><see cref="ErrorCodes.ContractsDiffer"/> when the file is missing or says something else.</exception>
    public static void Verify(Assembly assembly, string path, [CallerFilePath] string testFile = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(testFile) ?? string.Empty, path));
        var current = Of(assembly);
        if (string.Equals(Environment.GetEnvironmentVariable(RewriteVariable), "1", StringComparison.Ordinal))
        {
            File.WriteAllText(file, current, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return;
        }

        var differences = Compare(File.Exists(file) ? File.ReadAllText(file) : string.Empty, current);
        if (differences.Count > 0)
        {
            throw new HoldfastException(ErrorCodes.ContractsDiffer, $"The contracts of {assembly.GetName().Name} are not those in {file}. If that is meant, run this again with {RewriteVariable}=1.\n{string.Join('\n', differences)}");
        }
    }

    private static HashSet<string> Lines(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(l => !l.StartsWith('#')).ToHashSet(StringComparer.Ordinal);
}
