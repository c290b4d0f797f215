using Holdfast.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Holdfast.Generators.Definitions;

/// <summary>Rules of catch-all workflows, activities and handlers, and of names that Holdfast keeps for itself.</summary>
internal static class DynamicRules
{
    private const string ReservedPrefix = "__";

    /// <summary>Adds what is wrong with the parameters or the name of a signal, query or update handler.</summary>
    public static void CheckHandler(IMethodSymbol method, MethodRole role, FindingList findings)
    {
        if (role.IsDynamic && !(method.Parameters.Length == 2 && method.Parameters[0].Type.SpecialType == SpecialType.System_String && IsRaw(method.Parameters[1].Type)))
        {
            findings.Add(method, Descriptors.DynamicSignature, method.Name, "(string name, RawArguments arguments)");
        }

        CheckName(method, role.Name, findings);
    }

    /// <summary>Adds what is wrong with the parameters or the name of workflow code or an activity.</summary>
    public static void CheckCode(IMethodSymbol method, AttributeData attribute, string name, FindingList findings)
    {
        var parameters = method.Parameters.Where(p => !MethodModel.IsCancellationToken(p.Type)).ToList();
        if (attribute.Flag("Dynamic") && !(parameters.Count == 1 && IsRaw(parameters[0].Type)))
        {
            findings.Add(method, Descriptors.DynamicSignature, method.Name, "(RawArguments arguments)");
        }

        CheckName(method, name, findings);
    }

    public static bool IsRaw(ITypeSymbol type) =>
        type is { Name: "RawArguments", ContainingNamespace: { Name: HoldfastNames.Assembly, ContainingNamespace.IsGlobalNamespace: true } };

    private static void CheckName(IMethodSymbol method, string name, FindingList findings)
    {
        if (name.StartsWith(ReservedPrefix, StringComparison.Ordinal))
        {
            findings.Add(method, Descriptors.ReservedName, name);
        }
    }
}
