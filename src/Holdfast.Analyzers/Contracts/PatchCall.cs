using Holdfast.Analyzers.Code;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Contracts;

/// <summary>Calls of Workflow.Patched and Workflow.DeprecatePatch.</summary>
internal static class PatchCall
{
    public const string Patched = "Patched";
    public const string DeprecatePatch = "DeprecatePatch";

    public static bool IsPatch(ISymbol method) => method.Name is Patched or DeprecatePatch && SdkNames.IsWorkflowMember(method);
}
