using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Code;

/// <summary>What belongs to Holdfast itself.</summary>
internal static class SdkNames
{
    private const string Root = "Holdfast";
    private const string WorkflowClass = "Workflow";

    /// <summary>True for types of the SDK: in the namespace Holdfast, and not of the compilation that is read.</summary>
    public static bool IsSdk(ISymbol? symbol) =>
        symbol is not null
        && Outermost(symbol.ContainingNamespace) is { Name: Root }
        && symbol.ContainingAssembly?.Name is { } assembly
        && (string.Equals(assembly, Root, StringComparison.Ordinal) || assembly.StartsWith("Holdfast.", StringComparison.Ordinal))
        && symbol.DeclaringSyntaxReferences.IsEmpty;

    /// <summary>True for a member of the class Workflow.</summary>
    public static bool IsWorkflowMember(ISymbol symbol) =>
        string.Equals(symbol.ContainingType?.Name, WorkflowClass, StringComparison.Ordinal) && IsSdk(symbol);

    private static INamespaceSymbol? Outermost(INamespaceSymbol? space)
    {
        while (space?.ContainingNamespace is { IsGlobalNamespace: false } outer)
        {
            space = outer;
        }

        return space;
    }
}
