using Holdfast.Generators.Definitions;
using Microsoft.CodeAnalysis;

namespace Holdfast.Generators;

/// <summary>What a method is to Holdfast: the one rule by which registration and call recording find workflows, handlers and activities.</summary>
/// <param name="Kind">What a call of it names.</param>
/// <param name="Name">The name.</param>
/// <param name="Marked">The method that carries the attribute, or the run method of a marked class.</param>
/// <param name="Attribute">The attribute.</param>
internal sealed record MethodRole(CallKind Kind, string Name, IMethodSymbol Marked, AttributeData Attribute)
{
    /// <summary>What carries the attributes that declare limits: the method, or the marked class.</summary>
    public ISymbol Limited { get; init; } = Marked;

    /// <summary>True when it takes every name that no other has.</summary>
    public bool IsDynamic => Attribute.Flag("Dynamic");

    private static readonly (string Attribute, CallKind Kind)[] Marks =
    [
        (HoldfastNames.ActivityAttribute, CallKind.Activity),
        (HoldfastNames.SignalAttribute, CallKind.Signal),
        (HoldfastNames.QueryAttribute, CallKind.Query),
        (HoldfastNames.UpdateAttribute, CallKind.Update),
    ];

    /// <summary>The role that a method's own attribute gives it, or that of the method it overrides, or of the interface method it implements.</summary>
    public static MethodRole? OfMarked(IMethodSymbol method)
    {
        for (var current = method; current is not null; current = current.OverriddenMethod)
        {
            if (OfOwnMark(current) is { } role)
            {
                return role;
            }
        }

        return Implemented(method).Concat(method.ExplicitInterfaceImplementations).Select(OfOwnMark).FirstOrDefault(r => r is not null);
    }

    /// <summary>The role of a called method; null for a catch-all one too, of which a call names nothing.</summary>
    /// <param name="method">The method as the call binds it, not reduced.</param>
    /// <param name="receiver">Static type of the receiver; null when there is none.</param>
    public static MethodRole? OfCalled(IMethodSymbol method, ITypeSymbol? receiver) =>
        (OfMarked(method) ?? (method.IsStatic ? OfStaticWorkflow(method) : OfRun(method, receiver))) is { IsDynamic: false } role ? role : null;

    private static MethodRole? OfOwnMark(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            foreach (var mark in Marks)
            {
                if (HoldfastNames.IsHoldfastAttribute(attribute, mark.Attribute))
                {
                    return new(mark.Kind, attribute.NameOr(DefaultName(mark.Kind, method)), method, attribute);
                }
            }
        }

        return null;
    }

    private static string DefaultName(CallKind kind, IMethodSymbol method) => kind == CallKind.Query ? method.Name : HoldfastNames.WithoutAsync(method.Name);

    private static MethodRole? OfStaticWorkflow(IMethodSymbol method) =>
        HoldfastNames.Find(method, HoldfastNames.WorkflowAttribute) is { } attribute
            ? new(CallKind.Workflow, WorkflowReader.NameOf(method, attribute), method, attribute)
            : null;

    private static MethodRole? OfRun(IMethodSymbol method, ITypeSymbol? receiver)
    {
        if (!string.Equals(method.Name, HoldfastNames.RunMethod, StringComparison.Ordinal) || method.DeclaredAccessibility != Accessibility.Public)
        {
            return null;
        }

        return OfRun(method, receiver as INamedTypeSymbol) ?? OfRun(method, method.ContainingType);
    }

    private static MethodRole? OfRun(IMethodSymbol method, INamedTypeSymbol? workflow) =>
        workflow is not null && HoldfastNames.Find(workflow, HoldfastNames.WorkflowAttribute) is { } attribute
            ? new(CallKind.Workflow, WorkflowReader.NameOf(workflow, attribute), method, attribute) { Limited = workflow }
            : null;

    private static IEnumerable<IMethodSymbol> Implemented(IMethodSymbol method) =>
        method.IsStatic || method.ContainingType.TypeKind == TypeKind.Interface
            ? []
            : method.ContainingType.AllInterfaces
                .SelectMany(i => i.GetMembers(method.Name).OfType<IMethodSymbol>())
                .Where(m => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(m), method));
}
