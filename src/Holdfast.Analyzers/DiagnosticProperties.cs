using System.Collections.Immutable;

namespace Holdfast.Analyzers;

/// <summary>What diagnostics tell the code fixes.</summary>
internal static class DiagnosticProperties
{
    /// <summary>The place lies in the workflow's own class, so members of Workflow can be used there.</summary>
    public const string IsInWorkflowKey = "IsInWorkflow";

    /// <summary>The line that holdfast.contracts.txt should have.</summary>
    public const string ContractLineKey = "ContractLine";

    public static readonly ImmutableDictionary<string, string?> None = ImmutableDictionary<string, string?>.Empty;

    public static readonly ImmutableDictionary<string, string?> InWorkflow = None.Add(IsInWorkflowKey, null);
}
