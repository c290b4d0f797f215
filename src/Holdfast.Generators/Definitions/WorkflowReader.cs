using Holdfast.Generators.Diagnostics;
using Holdfast.Generators.Json;
using Holdfast.Generators.Sources;
using Microsoft.CodeAnalysis;

namespace Holdfast.Generators.Definitions;

/// <summary>Reads a class or static method marked [Workflow].</summary>
internal static class WorkflowReader
{
    public static Reading<WorkflowModel> Read(ISymbol symbol, AttributeData attribute) =>
        symbol is IMethodSymbol method ? ReadMethod(method, attribute) : ReadClass((INamedTypeSymbol)symbol, attribute);

    public static string NameOf(INamedTypeSymbol type, AttributeData attribute) => attribute.NameOr(type.Name);

    public static string NameOf(IMethodSymbol method, AttributeData attribute) => attribute.NameOr(HoldfastNames.WithoutAsync(method.Name));

    private static Reading<WorkflowModel> ReadMethod(IMethodSymbol method, AttributeData attribute)
    {
        var findings = new FindingList(method);
        if (!method.IsStatic || method.IsAbstract)
        {
            findings.Add(method, Descriptors.WorkflowMethodNotStatic, method.Name);
        }

        CheckPlace(method, method.ContainingType, findings);
        CheckRun(method, findings);
        DynamicRules.CheckCode(method, attribute, NameOf(method, attribute), findings);
        LimitRules.Check(method, method, isActivity: false, findings);
        var model = findings.IsEmpty
            ? new WorkflowModel(
                NameOf(method, attribute),
                TypeText.OfRuntime(method.ContainingType),
                CodeOf(method, attribute),
                EquatableArray<HandlerModel>.Empty,
                EquatableArray<HandlerModel>.Empty,
                EquatableArray<HandlerModel>.Empty,
                attribute.Flag("Dynamic"),
                false,
                FailureTypesOf(attribute),
                JsonTypeReader.Read(method.ContainingAssembly, [method])) { Limits = LimitReader.Read(method) }
            : null;
        return new(model, SourceSpan.Of(method), findings.ToArray());
    }

    private static Reading<WorkflowModel> ReadClass(INamedTypeSymbol type, AttributeData attribute)
    {
        var findings = new FindingList(type);
        CheckPlace(type, type, findings);
        var run = RunMethod(type, findings);
        var inits = type.InstanceConstructors.Where(c => HoldfastNames.Find(c, HoldfastNames.WorkflowInitAttribute) is not null).ToList();
        if (run is not null)
        {
            CheckInits(type, inits, run, findings);
            DynamicRules.CheckCode(run, attribute, NameOf(type, attribute), findings);
            LimitRules.Check(type, run, isActivity: false, findings);
        }

        CheckConstructor(type, inits, findings);
        var handlers = HandlerReader.Read(type, findings);
        var model = findings.IsEmpty && run is not null
            ? new WorkflowModel(
                NameOf(type, attribute),
                TypeText.OfRuntime(type),
                CodeOf(run, attribute),
                handlers.OfKind(CallKind.Signal),
                handlers.OfKind(CallKind.Query),
                handlers.OfKind(CallKind.Update),
                attribute.Flag("Dynamic"),
                inits.Count > 0,
                FailureTypesOf(attribute),
                JsonTypeReader.Read(type.ContainingAssembly, handlers.Methods.Prepend(run))) { Limits = LimitReader.Read(type) }
            : null;
        return new(model, SourceSpan.Of(type), findings.ToArray());
    }

    private static MethodModel CodeOf(IMethodSymbol method, AttributeData attribute) => MethodModel.Of(method) with { IsDynamic = attribute.Flag("Dynamic") };

    private static EquatableArray<string> FailureTypesOf(AttributeData attribute) => new(attribute.Types("FailureExceptionTypes").Select(TypeText.OfRuntime));

    private static void CheckInits(INamedTypeSymbol type, List<IMethodSymbol> inits, IMethodSymbol run, FindingList findings)
    {
        if (inits.Count > 1 || inits.Exists(c => c.DeclaredAccessibility != Accessibility.Public || !HasParametersOf(c, run)))
        {
            findings.Add(inits[0], Descriptors.WorkflowInitMismatch, type.Name);
        }
    }

    private static bool HasParametersOf(IMethodSymbol constructor, IMethodSymbol run) =>
        constructor.Parameters.Select(p => (p.Type, p.RefKind)).SequenceEqual(run.Parameters.Select(p => (p.Type, p.RefKind)), ParameterComparer.Instance);

    private static void CheckPlace(ISymbol symbol, INamedTypeSymbol type, FindingList findings)
    {
        if (!SignatureRules.IsAccessible(symbol))
        {
            findings.Add(symbol, Descriptors.Inaccessible, symbol.Name);
        }

        if (SignatureRules.IsGeneric(type))
        {
            findings.Add(symbol, Descriptors.GenericDeclaringType, symbol.Name);
        }
    }

    private static void CheckConstructor(INamedTypeSymbol type, List<IMethodSymbol> inits, FindingList findings)
    {
        var constructor = inits.FirstOrDefault() ?? type.InstanceConstructors.FirstOrDefault(c => c.Parameters.IsEmpty && c.DeclaredAccessibility == Accessibility.Public);
        if (constructor is null || type.IsAbstract || type.IsStatic || (HasRequiredMembers(type) && !SetsRequiredMembers(constructor)))
        {
            findings.Add(type, Descriptors.ConstructorMissing, type.Name);
        }
    }

    private static bool HasRequiredMembers(INamedTypeSymbol type) =>
        TypeHierarchy.Of(type).SelectMany(t => t.GetMembers()).Any(m => m is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true });

    private static bool SetsRequiredMembers(IMethodSymbol constructor) =>
        constructor.GetAttributes().Any(a => string.Equals(a.AttributeClass?.Name, "SetsRequiredMembersAttribute", StringComparison.Ordinal));

    private static IMethodSymbol? RunMethod(INamedTypeSymbol type, FindingList findings)
    {
        var candidates = RunMethods(type);
        switch (candidates.Count)
        {
            case 0:
                findings.Add(type, Descriptors.RunMethodMissing, type.Name);
                return null;
            case 1:
                CheckRun(candidates[0], findings);
                return candidates[0];
            default:
                findings.Add(type, Descriptors.SeveralRunMethods, type.Name);
                return null;
        }
    }

    /// <summary>The run methods of the class itself; when it has none, of the nearest base class that has.</summary>
    private static List<IMethodSymbol> RunMethods(INamedTypeSymbol type) =>
        TypeHierarchy.Of(type)
            .Select(t => t.GetMembers(HoldfastNames.RunMethod).OfType<IMethodSymbol>().Where(IsPublicInstance).ToList())
            .FirstOrDefault(methods => methods.Count > 0) ?? [];

    private static bool IsPublicInstance(IMethodSymbol method) => !method.IsStatic && method.DeclaredAccessibility == Accessibility.Public;

    private static void CheckRun(IMethodSymbol method, FindingList findings)
    {
        SignatureRules.CheckWorkflowParameters(method, findings);
        if (ReturnModel.KindOf(method) is not (ReturnKind.Task or ReturnKind.TaskOfResult))
        {
            findings.Add(method, Descriptors.RunMethodReturnType, method.Name, method.ReturnType.ToDisplayString());
        }
    }
}
