using System.Text.Json;
using Holdfast.Protocol;

namespace Holdfast.Control.Verbs;

/// <summary>Registers a search attribute.</summary>
internal sealed class SearchAttributeAddVerb : IControlVerb
{
    /// <inheritdoc/>
    public Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        var name = context.Required(context.Request.Name, "a name");
        var text = context.Required(context.Request.AttributeType, "a type");
        return Enum.TryParse<SearchAttributeType>(text, ignoreCase: true, out var type)
            ? context.Client.Namespaces.AddSearchAttributesAsync(new Dictionary<string, SearchAttributeType>(StringComparer.Ordinal) { [name] = type }, cancellationToken: cancellationToken)
            : throw new HoldfastException(ErrorCodes.SearchAttributeInvalid, $"'{text}' is no type of search attributes. There are: {string.Join(", ", SearchAttributeRegistrationRules.MaximumOfType.Keys.Order())}.");
    }
}
