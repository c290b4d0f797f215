using System.Text.Json;

namespace Holdfast.Cli.Runs;

/// <summary>Prints a value: a text bare, anything else as JSON.</summary>
internal static class ValueView
{
    public static void Write(TextWriter output, JsonElement result)
    {
        var value = result.GetProperty("result");
        output.WriteLine(value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText());
    }
}
