using Holdfast.Analyzers.Apis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Configuration;

/// <summary>Types and members that a project lists: "Namespace.Type" or "Namespace.Type.Member", separated by commas or semicolons.</summary>
internal sealed class MemberList
{
    public static readonly MemberList Empty = new([]);

    private static readonly char[] Separators = [',', ';'];

    private readonly List<(TypeName Type, TypeName Member)> _entries;

    private MemberList(List<(TypeName Type, TypeName Member)> entries) => _entries = entries;

    public bool IsEmpty => _entries.Count == 0;

    public static MemberList Read(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var text) ? Parse(text) : Empty;

    public static MemberList Parse(string text)
    {
        List<(TypeName, TypeName)> listed = [.. text.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(e => e.Trim()).Where(e => e.Length > 0).Select(Entry)];
        return listed.Count == 0 ? Empty : new(listed);
    }

    /// <summary>True when the member, or its type, is listed.</summary>
    public bool Contains(ISymbol member)
    {
        if (_entries.Count == 0 || member.ContainingType is not { } type)
        {
            return false;
        }

        foreach (var entry in _entries)
        {
            if (entry.Type.Is(type) || (string.Equals(entry.Member.Name, member.Name, StringComparison.Ordinal) && TypeName.Parse(entry.Member.Space).Is(type)))
            {
                return true;
            }
        }

        return false;
    }

    public bool ContainsType(ITypeSymbol type) => _entries.Exists(e => e.Type.Is(type));

    /// <summary>The entry read as a type, and as a member: the space of the latter is the member's type.</summary>
    private static (TypeName Type, TypeName Member) Entry(string text)
    {
        var name = TypeName.Parse(text);
        return (name, name);
    }
}
