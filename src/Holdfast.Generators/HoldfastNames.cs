using Microsoft.CodeAnalysis;

namespace Holdfast.Generators;

/// <summary>Names of the SDK's types that user code is marked with.</summary>
internal static class HoldfastNames
{
    public const string Assembly = "Holdfast";
    public const string WorkflowAttribute = "WorkflowAttribute";
    public const string ActivityAttribute = "ActivityAttribute";
    public const string SignalAttribute = "SignalAttribute";
    public const string QueryAttribute = "QueryAttribute";
    public const string UpdateAttribute = "UpdateAttribute";
    public const string WorkflowInitAttribute = "WorkflowInitAttribute";
    public const string ConcurrencyLimitAttribute = "ConcurrencyLimitAttribute";
    public const string RateLimitAttribute = "RateLimitAttribute";
    public const string DebounceAttribute = "DebounceAttribute";
    public const string RawArguments = "global::Holdfast.RawArguments";
    public const string RunMethod = "RunAsync";

    private const string Namespace = "Holdfast";
    private const string AsyncSuffix = "Async";

    public static string Qualified(string attribute) => Namespace + "." + attribute;

    public static bool IsHoldfastAttribute(AttributeData attribute, string name) =>
        attribute.AttributeClass is { } type
        && string.Equals(type.Name, name, StringComparison.Ordinal)
        && type.ContainingNamespace is { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true };

    public static AttributeData? Find(ISymbol symbol, string attribute)
    {
        foreach (var candidate in symbol.GetAttributes())
        {
            if (IsHoldfastAttribute(candidate, attribute))
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>The method's name without a trailing "Async".</summary>
    public static string WithoutAsync(string methodName) =>
        methodName.Length > AsyncSuffix.Length && methodName.EndsWith(AsyncSuffix, StringComparison.Ordinal)
            ? methodName.Substring(0, methodName.Length - AsyncSuffix.Length)
            : methodName;
}
