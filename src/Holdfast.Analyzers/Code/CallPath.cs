using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Code;

/// <summary>How workflow code gets to a place, for people.</summary>
internal static class CallPath
{
    /// <summary>Members that are named at most; of longer ways the middle is left out.</summary>
    private const int MaximumMembers = 8;

    /// <summary>Nothing for what the engine calls; else the way from there.</summary>
    public static string Text(CodeBody body)
    {
        if (body.Depth == 0)
        {
            return string.Empty;
        }

        var names = new Stack<string>();
        for (var current = body; current.Depth > 0 && names.Count < MaximumMembers - 1; current = current.Caller!)
        {
            names.Push(NameOf(current.Member));
        }

        if (body.Depth > names.Count)
        {
            names.Push("…");
        }

        names.Push(NameOf(body.Root.Member));
        return $" (workflow code gets here by {string.Join(" → ", names)})";
    }

    /// <summary>The nearest calls on the way, the first one first.</summary>
    public static ImmutableArray<Location> Calls(CodeBody body)
    {
        var calls = ImmutableArray.CreateBuilder<Location>();
        for (var current = body; current.Call is { } call && calls.Count < MaximumMembers; current = current.Caller!)
        {
            calls.Add(call.GetLocation());
        }

        calls.Reverse();
        return calls.ToImmutable();
    }

    /// <summary>"Type.Member", or "new Type" for a constructor.</summary>
    public static string NameOf(ISymbol member)
    {
        var named = (member as IMethodSymbol)?.AssociatedSymbol ?? member;
        return named switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } => $"new {named.ContainingType.Name}",
            IMethodSymbol { MethodKind: MethodKind.StaticConstructor } => named.ContainingType.Name,
            { ContainingType: { } type } => $"{type.Name}.{named.Name}",
            _ => named.Name,
        };
    }
}
