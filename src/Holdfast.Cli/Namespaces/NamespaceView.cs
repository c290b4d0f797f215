using System.Text.Json;

namespace Holdfast.Cli.Namespaces;

/// <summary>Prints a namespace.</summary>
internal static class NamespaceView
{
    public static void Write(TextWriter output, JsonElement info)
    {
        foreach (var property in info.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Object)
            {
                foreach (var entry in property.Value.EnumerateObject())
                {
                    Write(output, $"{property.Name}.{entry.Name}", entry.Value);
                }
            }
            else
            {
                Write(output, property.Name, property.Value);
            }
        }
    }

    private static void Write(TextWriter output, string name, JsonElement value) =>
        output.WriteLine($"{name,-18}{(value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText())}");
}
