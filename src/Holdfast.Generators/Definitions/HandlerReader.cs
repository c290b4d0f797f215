using Holdfast.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Holdfast.Generators.Definitions;

/// <summary>Reads the signal, query and update handlers of a workflow class, inherited ones included.</summary>
internal static class HandlerReader
{
    /// <summary>Name of a catch-all handler, for people; no other is called so.</summary>
    private const string AnyName = "(any)";

    /// <summary>The number of HandlerUnfinishedPolicy.Abandon.</summary>
    private const int AbandonPolicy = 1;

    public static HandlerSet Read(INamedTypeSymbol workflow, FindingList findings)
    {
        var handlers = new HandlerSet();
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        foreach (var method in TypeHierarchy.Of(workflow).SelectMany(t => t.GetMembers().OfType<IMethodSymbol>()))
        {
            if (seen.Add(Root(method)) && MethodRole.OfMarked(method) is { Kind: CallKind.Signal or CallKind.Query or CallKind.Update } role)
            {
                Check(workflow, method, role, findings);
                if (!handlers.Add(role.Kind, ModelOf(method, role), method))
                {
                    findings.Add(method, Descriptors.DuplicateName, Noun(role.Kind), role.Name);
                }
            }
        }

        return handlers;
    }

    private static IMethodSymbol Root(IMethodSymbol method)
    {
        while (method.OverriddenMethod is { } overridden)
        {
            method = overridden;
        }

        return method;
    }

    private static HandlerModel ModelOf(IMethodSymbol method, MethodRole role) =>
        new(
            role.IsDynamic ? AnyName : role.Name,
            MethodModel.Of(method) with { IsDynamic = role.IsDynamic },
            role.Attribute.Text("Validator") is { } validator ? Sources.TypeText.Identifier(validator) : null,
            role.Attribute.Text("Description"),
            role.Attribute.Number("UnfinishedPolicy") == AbandonPolicy);

    private static void Check(INamedTypeSymbol workflow, IMethodSymbol method, MethodRole role, FindingList findings)
    {
        SignatureRules.CheckWorkflowParameters(method, findings);
        if (method.IsStatic || method.DeclaredAccessibility != Accessibility.Public || method.MethodKind != MethodKind.Ordinary)
        {
            findings.Add(method, Descriptors.HandlerNotPublicInstance, Noun(role.Kind), method.Name);
        }

        DynamicRules.CheckHandler(method, role, findings);
        CheckReturn(method, role.Kind, findings);
        if (role.Attribute.Text("Validator") is { } validator && !HasValidator(workflow, method, validator))
        {
            findings.Add(method, Descriptors.ValidatorMismatch, method.Name, validator);
        }
    }

    private static void CheckReturn(IMethodSymbol method, CallKind kind, FindingList findings)
    {
        var returned = ReturnModel.KindOf(method);
        var type = method.ReturnType.ToDisplayString();
        switch (kind)
        {
            case CallKind.Query when returned != ReturnKind.Value:
                findings.Add(method, Descriptors.QueryReturnType, method.Name, type);
                break;
            case CallKind.Signal when returned is not (ReturnKind.Void or ReturnKind.Task or ReturnKind.ValueTask):
                findings.Add(method, Descriptors.HandlerReturnType, Noun(kind), method.Name, type, "void, Task or ValueTask");
                break;
            case CallKind.Update when returned is not (ReturnKind.Task or ReturnKind.TaskOfResult):
                findings.Add(method, Descriptors.HandlerReturnType, Noun(kind), method.Name, type, "Task or Task<T>");
                break;
            default:
                break;
        }
    }

    private static bool HasValidator(INamedTypeSymbol workflow, IMethodSymbol update, string validator)
    {
        var named = TypeHierarchy.Of(workflow).SelectMany(t => t.GetMembers(validator).OfType<IMethodSymbol>()).Where(m => !m.IsOverride).ToList();
        return named.Count == 1
            && named[0] is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, ReturnsVoid: true, IsGenericMethod: false }
            && named[0].Parameters.Select(p => (p.Type, p.RefKind)).SequenceEqual(update.Parameters.Select(p => (p.Type, p.RefKind)), ParameterComparer.Instance);
    }

    private static string Noun(CallKind kind) => kind switch
    {
        CallKind.Signal => "signal",
        CallKind.Query => "query",
        _ => "update",
    };
}
