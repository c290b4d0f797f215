using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Code;

/// <summary>How workflow code gets to a place, for people.</summary>
internal static class CallPath
{
    /// <summary>Nothing for what the engine calls; else " (called from …)", nearest caller last.</summary>
    public static string Text(CodeBody body)
    {
        if (body.Caller is null)
        {
            return string.Empty;
        }

        var names = new Stack<string>();
        for (var current = body; current is not null; current = current.Caller)
        {
            names.Push(NameOf(current.Member));
        }

        return $" (workflow code gets here by {string.Join(" → ", names)})";
    }

    /// <summary>The calls on the way, the first one first.</summary>
    public static ImmutableArray<Location> Calls(CodeBody body)
    {
        var calls = ImmutableArray.CreateBuilder<Location>();
        for (var current = body; current.Call is { } call; current = current.Caller!)
        {
            calls.Insert(0, call.GetLocation());
        }

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
