using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Providers;

/// <summary>Tool arguments and results as JSON text: compact and unescaped, because every character of it is paid for.</summary>
internal static class WireJson
{
    private static readonly JsonSerializerOptions Options = new(AIJsonUtilities.DefaultOptions)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = false,
    };

    public static string Serialize(object value, Type type) => JsonSerializer.Serialize(value, Options.GetTypeInfo(type));
}
