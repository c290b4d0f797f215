using System.Globalization;
using Holdfast.Generators.Diagnostics;
using Holdfast.Generators.Json;
using Microsoft.CodeAnalysis;

namespace Holdfast.Generators.Definitions;

/// <summary>Reads a method marked [Activity].</summary>
internal static class ActivityReader
{
    public static Reading<ActivityModel> Read(IMethodSymbol method, AttributeData attribute)
    {
        var findings = new FindingList(method);
        CheckMethod(method, findings);
        CheckAttribute(method, attribute, findings);
        LimitRules.Check(method, method, isActivity: true, findings);
        DynamicRules.CheckCode(method, attribute, attribute.NameOr(HoldfastNames.WithoutAsync(method.Name)), findings);
        var model = findings.IsEmpty ? new ActivityModel(HeaderOf(method, attribute), MethodModel.Of(method) with { IsDynamic = attribute.Flag("Dynamic") }, JsonTypeReader.Read(method.ContainingAssembly, [method])) : null;
        return new(model, SourceSpan.Of(method), findings.ToArray());
    }

    /// <summary>What the attribute says; malformed timeouts count as not given.</summary>
    public static ActivityHeader HeaderOf(IMethodSymbol method, AttributeData attribute) => new(
        attribute.NameOr(HoldfastNames.WithoutAsync(method.Name)),
        Ticks(attribute, "StartToCloseTimeout"),
        Ticks(attribute, "ScheduleToCloseTimeout"),
        Ticks(attribute, "HeartbeatTimeout"),
        attribute.Number("MaximumAttempts"),
        attribute.Flag("Dynamic")) { Limits = LimitReader.Read(method) };

    private static void CheckMethod(IMethodSymbol method, FindingList findings)
    {
        if (SignatureRules.Refusal(method) is { } refusal)
        {
            findings.Add(method, Descriptors.UnsupportedSignature, method.Name, refusal);
        }

        if (!SignatureRules.IsAccessible(method) || (method.IsStatic && method.IsAbstract))
        {
            findings.Add(method, Descriptors.Inaccessible, method.Name);
        }

        if (SignatureRules.IsGeneric(method.ContainingType))
        {
            findings.Add(method, Descriptors.GenericDeclaringType, method.Name);
        }

        if (!method.IsStatic && method.ContainingType.IsValueType)
        {
            findings.Add(method, Descriptors.StructDeclaringType, method.Name);
        }
    }

    private static void CheckAttribute(IMethodSymbol method, AttributeData attribute, FindingList findings)
    {
        foreach (var timeout in new[] { "StartToCloseTimeout", "ScheduleToCloseTimeout", "HeartbeatTimeout" })
        {
            if (attribute.Text(timeout) is { } text && Ticks(attribute, timeout) is null)
            {
                findings.Add(method, Descriptors.MalformedTimeout, timeout, method.Name, text);
            }
        }

        if (attribute.Number("MaximumAttempts") is < 0 and var attempts)
        {
            findings.Add(method, Descriptors.NegativeMaximumAttempts, method.Name, attempts.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static long? Ticks(AttributeData attribute, string name) =>
        TimeSpan.TryParse(attribute.Text(name), CultureInfo.InvariantCulture, out var timeout) && timeout > TimeSpan.Zero ? timeout.Ticks : null;
}
