using System.Text.Json;

namespace Holdfast.Control.Verbs;

/// <summary>One verb.</summary>
internal interface IControlVerb
{
    /// <summary>Carries the request out and writes the properties of its result.</summary>
    Task ExecuteAsync(ControlContext context, Utf8JsonWriter writer, CancellationToken cancellationToken);
}
