using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Code;

/// <summary>A method, accessor or initialiser that runs as workflow code.</summary>
/// <param name="Member">The member.</param>
/// <param name="Purpose">Why it runs; that of the caller for what is called.</param>
/// <param name="Caller">The body that calls it; null for what the engine calls.</param>
/// <param name="Call">The call; null for what the engine calls.</param>
internal sealed record CodeBody(ISymbol Member, BodyPurpose Purpose, CodeBody? Caller, SyntaxNode? Call)
{
    private readonly CodeBody? _root = Caller?.Root;

    /// <summary>The body at the other end of the calls: one that the engine calls.</summary>
    public CodeBody Root => _root ?? this;

    /// <summary>Calls between the engine and this body.</summary>
    public int Depth { get; } = Caller is null ? 0 : Caller.Depth + 1;

    /// <summary>True when the code can stand in the workflow's own class and so knows that it is workflow code.</summary>
    public bool IsInWorkflowType => SymbolEqualityComparer.Default.Equals(Member.ContainingType, Root.Member.ContainingType);
}
