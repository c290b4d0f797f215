using Microsoft.CodeAnalysis;

namespace Holdfast.Analyzers.Apis;

/// <summary>A member, or a type with all its members, that workflow code must not use.</summary>
/// <param name="Member">The member's name; null for all.</param>
/// <param name="Rule">What is reported; null for a member that may be used though its type may not.</param>
/// <param name="Overload">Which overloads are meant; null for all.</param>
internal sealed record ForbiddenApi(string? Member, DiagnosticDescriptor? Rule, Func<ISymbol, bool>? Overload)
{
    public bool Covers(ISymbol member) =>
        (Member is null || string.Equals(Member, member.Name, StringComparison.Ordinal)) && (Overload is null || Overload(member));
}
