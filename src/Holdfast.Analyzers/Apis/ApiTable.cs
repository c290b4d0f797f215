using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Apis;

/// <summary>Finds what is said of a member: first of the member itself, then of its type, then of base types and the namespace.</summary>
internal sealed class ApiTable
{
    private readonly Dictionary<string, List<(TypeName Type, ForbiddenApi Api)>> _types = new(StringComparer.Ordinal);
    private readonly List<(string Namespace, DiagnosticDescriptor Rule)> _namespaces = [];

    /// <summary>Adds "Namespace.Type" (all members) or "Namespace.Type:Member".</summary>
    public ApiTable Add(DiagnosticDescriptor? rule, params string[] apis)
    {
        foreach (var api in apis)
        {
            Add(rule, api, overload: null);
        }

        return this;
    }

    /// <summary>Adds those overloads of a member that the predicate picks.</summary>
    public ApiTable Add(DiagnosticDescriptor? rule, string api, Func<ISymbol, bool>? overload)
    {
        var colon = api.IndexOf(':');
        var type = TypeName.Parse(colon < 0 ? api : api.Substring(0, colon));
        if (!_types.TryGetValue(type.Name, out var entries))
        {
            _types.Add(type.Name, entries = []);
        }

        entries.Add((type, new(colon < 0 ? null : api.Substring(colon + 1), rule, overload)));
        return this;
    }

    public ApiTable AddNamespaces(DiagnosticDescriptor rule, params string[] names)
    {
        _namespaces.AddRange(names.Select(n => (n, rule)));
        return this;
    }

    public DiagnosticDescriptor? RuleOf(ISymbol member)
    {
        for (var type = member.ContainingType; type is not null; type = type.BaseType)
        {
            if (Entry(type, member) is { } entry)
            {
                return entry.Rule;
            }
        }

        return RuleOf(member.ContainingType?.ContainingNamespace);
    }

    private ForbiddenApi? Entry(INamedTypeSymbol type, ISymbol member)
    {
        if (!_types.TryGetValue(type.Name, out var entries))
        {
            return null;
        }

        ForbiddenApi? ofType = null;
        foreach (var (name, api) in entries)
        {
            if (api.Covers(member) && name.Is(type))
            {
                if (api.Member is not null)
                {
                    return api;
                }

                ofType = api;
            }
        }

        return ofType;
    }

    private DiagnosticDescriptor? RuleOf(INamespaceSymbol? space)
    {
        foreach (var (name, rule) in _namespaces)
        {
            if (TypeName.IsNamespace(space, name))
            {
                return rule;
            }
        }

        return null;
    }
}
