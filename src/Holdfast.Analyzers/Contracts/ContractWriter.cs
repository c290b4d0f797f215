using Holdfast.Generators;
using Holdfast.Generators.Definitions;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Contracts;

/// <summary>Writes the contracts of workflows and activities, with the types that their payloads are made of.</summary>
internal static class ContractWriter
{
    public const string Optional = "optional ";
    public const string Required = "required ";

    private const string PatchKind = "patch ";

    /// <summary>Types as they are written: with namespaces, without nullable annotations, which make no difference on the wire.</summary>
    public static readonly SymbolDisplayFormat TypeFormat = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.ExpandValueTuple);

    public static ContractLine Patch(string patchId) => new(PatchKind + ContractSyntax.Name(patchId), string.Empty);

    /// <summary>The lines that a workflow class, static workflow or activity gives; each with the symbol that it is about.</summary>
    public static List<(ContractLine Line, ISymbol About)> Of(ISymbol symbol)
    {
        var lines = new List<(ContractLine, ISymbol)>();
        var methods = new List<IMethodSymbol>();
        foreach (var (key, method) in Methods(symbol))
        {
            lines.Add((new(key, Promise(method)), method));
            methods.Add(method);
        }

        lines.AddRange(PayloadTypes.Of(symbol.ContainingAssembly, methods).Select(t => (PayloadTypeWriter.Line(t), (ISymbol)t)));
        return lines;
    }

    private static IEnumerable<(string Key, IMethodSymbol Method)> Methods(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type when Named(type, HoldfastNames.WorkflowAttribute) is { } attribute => OfClass(type, WorkflowReader.NameOf(type, attribute)),
        IMethodSymbol method when Named(method, HoldfastNames.WorkflowAttribute) is { } attribute => [("workflow " + ContractSyntax.Name(WorkflowReader.NameOf(method, attribute)), method)],
        IMethodSymbol method when Named(method, HoldfastNames.ActivityAttribute) is { } attribute => [("activity " + ContractSyntax.Name(attribute.NameOr(HoldfastNames.WithoutAsync(method.Name))), method)],
        _ => [],
    };

    /// <summary>The attribute, unless it marks a catch-all, which has no name that anybody relies on.</summary>
    private static AttributeData? Named(ISymbol symbol, string attribute) =>
        HoldfastNames.Find(symbol, attribute) is { } found && !found.Flag("Dynamic") ? found : null;

    private static IEnumerable<(string Key, IMethodSymbol Method)> OfClass(INamedTypeSymbol type, string name)
    {
        var workflow = "workflow " + ContractSyntax.Name(name);
        if (WorkflowMembers.RunMethod(type) is { } run)
        {
            yield return (workflow, run);
        }

        foreach (var (role, method) in WorkflowMembers.Handlers(type))
        {
            var kind = role.Kind switch
            {
                CallKind.Signal => "signal",
                CallKind.Query => "query",
                _ => "update",
            };
            yield return ($"{workflow} {kind} {ContractSyntax.Name(role.Name)}", method);
        }
    }

    private static string Promise(IMethodSymbol method)
    {
        var parameters = method.Parameters.Where(p => !MethodModel.IsCancellationToken(p.Type)).Select(p => (p.HasExplicitDefaultValue ? Optional : string.Empty) + p.Type.ToDisplayString(TypeFormat));
        var result = ReturnModel.ResultOf(method) is { } type ? " -> " + type.ToDisplayString(TypeFormat) : string.Empty;
        return $"({string.Join(", ", parameters)}){result}";
    }
}
