using Microsoft.CodeAnalysis.Diagnostics;

namespace Holdfast.Analyzers.Configuration;

/// <summary>What a project's .editorconfig says to the analyzers.</summary>
/// <param name="Allowed">Members that workflow code may use although a rule forbids them; not followed either.</param>
/// <param name="Forbidden">Members that workflow code must not use.</param>
/// <param name="Unordered">Collections whose order is not stable, beside those that are known.</param>
internal sealed record RuleOptions(MemberList Allowed, MemberList Forbidden, MemberList Unordered)
{
    public const string AllowedKey = "holdfast.allowed_members";
    public const string ForbiddenKey = "holdfast.forbidden_members";
    public const string UnorderedKey = "holdfast.unordered_collections";

    public static readonly RuleOptions Default = new(MemberList.Empty, MemberList.Empty, MemberList.Empty);

    public static RuleOptions Read(AnalyzerConfigOptions options)
    {
        var allowed = MemberList.Read(options, AllowedKey);
        var forbidden = MemberList.Read(options, ForbiddenKey);
        var unordered = MemberList.Read(options, UnorderedKey);
        return allowed.IsEmpty && forbidden.IsEmpty && unordered.IsEmpty ? Default : new(allowed, forbidden, unordered);
    }
}
