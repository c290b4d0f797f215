using Microsoft.CodeAnalysis;

namespace Holdfast.Generators.Json;

/// <summary>What a property's JSON attributes say.</summary>
/// <param name="JsonName">Name in JSON; null for the naming policy's.</param>
/// <param name="IgnoreCondition">Name of the condition; null when there is none.</param>
/// <param name="IsIncluded">True when non-public accessors count too.</param>
/// <param name="IsRequired">True when JSON must hold the property.</param>
/// <param name="Order">Place in the output; 0 unless given.</param>
internal sealed record JsonPropertyAttributes(string? JsonName, string? IgnoreCondition, bool IsIncluded, bool IsRequired, int Order)
{
    public bool IsIgnored => string.Equals(IgnoreCondition, "Always", StringComparison.Ordinal);

    /// <summary>The attributes; null when one of them means more than can be generated.</summary>
    public static JsonPropertyAttributes? Of(IPropertySymbol property)
    {
        var read = new JsonPropertyAttributes(null, null, IsIncluded: false, IsRequired: false, Order: 0);
        foreach (var attribute in property.GetAttributes().Where(JsonAttributes.IsJson))
        {
            if (read.With(attribute) is not { } next)
            {
                return null;
            }

            read = next;
        }

        return read;
    }

    private JsonPropertyAttributes? With(AttributeData attribute) => attribute.AttributeClass!.Name switch
    {
        "JsonPropertyNameAttribute" => this with { JsonName = (string?)attribute.ConstructorArguments[0].Value },
        "JsonPropertyOrderAttribute" => this with { Order = (int)attribute.ConstructorArguments[0].Value! },
        "JsonIncludeAttribute" => this with { IsIncluded = true },
        "JsonRequiredAttribute" => this with { IsRequired = true },
        "JsonIgnoreAttribute" => ConditionOf(attribute) is { } condition ? this with { IgnoreCondition = condition } : null,
        _ => null,
    };

    private static string? ConditionOf(AttributeData attribute)
    {
        var number = attribute.NamedArguments.FirstOrDefault(a => string.Equals(a.Key, "Condition", StringComparison.Ordinal)).Value.Value as int? ?? 1;
        return number switch
        {
            0 => "Never",
            1 => "Always",
            2 => "WhenWritingDefault",
            3 => "WhenWritingNull",
            4 => "WhenWriting",
            5 => "WhenReading",
            _ => null,
        };
    }
}
