using Holdfast.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Holdfast.Generators.Definitions;

/// <summary>Rules that every workflow, handler and activity method keeps.</summary>
internal static class SignatureRules
{
    /// <summary>Why calls of the method cannot be recorded; null when they can.</summary>
    public static string? Refusal(IMethodSymbol method)
    {
        if (method.IsGenericMethod)
        {
            return "it has type parameters";
        }

        if (method.ReturnsByRef || method.ReturnsByRefReadonly || method.ReturnType.IsRefLikeType || IsPointer(method.ReturnType))
        {
            return "it returns a reference or pointer";
        }

        return method.Parameters.Select(Refusal).FirstOrDefault(r => r is not null);
    }

    /// <summary>True when generated code, elsewhere in the assembly, can name the symbol.</summary>
    public static bool IsAccessible(ISymbol symbol)
    {
        for (var current = symbol; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal) || !HasName(current))
            {
                return false;
            }
        }

        return true;
    }

    public static bool IsGeneric(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.Arity > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds what is wrong with the parameters of workflow code or a handler.</summary>
    public static void CheckWorkflowParameters(IMethodSymbol method, FindingList findings)
    {
        if (Refusal(method) is { } refusal)
        {
            findings.Add(method, Descriptors.UnsupportedSignature, method.Name, refusal);
        }

        if (method.Parameters.Any(p => MethodModel.IsCancellationToken(p.Type)))
        {
            findings.Add(method, Descriptors.CancellationTokenInWorkflow, method.Name);
        }
    }

    private static bool HasName(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => !type.IsFileLocal && type.Name.Length > 0,
        IMethodSymbol method => method.MethodKind == MethodKind.Ordinary,
        _ => true,
    };

    private static string? Refusal(IParameterSymbol parameter)
    {
        if (parameter.RefKind != RefKind.None)
        {
            return $"parameter '{parameter.Name}' is passed by reference (ref, out or in)";
        }

        return parameter.Type.IsRefLikeType || IsPointer(parameter.Type) ? $"parameter '{parameter.Name}' is a ref struct or pointer" : null;
    }

    private static bool IsPointer(ITypeSymbol type) => type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer;
}
