using System.Security.Cryptography;
using System.Text;
using Holdfast.Protocol;

namespace Holdfast.Journaling.Archives;

/// <summary>Names of the files of archived runs: digest of the namespace, run ID, digest of the workflow ID. The run IDs of a namespace are in the order of start.</summary>
internal static class ArchivedRunName
{
    private const string Suffix = ".run";
    private const int DigestBytes = 8;
    private const int DigestChars = DigestBytes * 2;
    private const int RunIdChars = 32;
    private const int NameChars = DigestChars + 1 + RunIdChars + 1 + DigestChars;

    public static string Of(WorkflowKey workflow, RunId runId) => $"{PrefixOf(workflow.Namespace)}{runId.Value:N}{EndOf(workflow.WorkflowId)}";

    /// <summary>What the names of all runs of a namespace begin with.</summary>
    public static string PrefixOf(string @namespace) => $"{Digest(@namespace)}-";

    /// <summary>What the names of all runs of a workflow ID end with.</summary>
    public static string EndOf(string workflowId) => $"-{Digest(workflowId)}{Suffix}";

    /// <summary>The run ID in a name; none when it is the name of something else.</summary>
    public static RunId RunIdOf(string name) =>
        name.Length == NameChars + Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal) && Guid.TryParseExact(name.AsSpan(DigestChars + 1, RunIdChars), "N", out var value)
            ? new RunId(value)
            : RunId.None;

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, DigestBytes));
}
