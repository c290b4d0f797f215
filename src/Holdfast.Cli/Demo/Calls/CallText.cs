using System.Text.Json;

namespace Holdfast.Cli.Demo.Calls;

/// <summary>Calls in short, for people.</summary>
internal static class CallText
{
    private const int MaxValueChars = 120;

    /// <summary>A tool call: its name and its arguments, long ones by their size.</summary>
    public static string OfTool(string tool, IEnumerable<KeyValuePair<string, object?>> arguments) =>
        string.Join(' ', [tool, .. arguments.Select(argument => argument.Value).Select(ValueOf).Where(value => value.Length > 0)]);

    /// <summary>An answer of the model: its first line, and the tools that it asks for.</summary>
    public static string OfAnswer(string text, IReadOnlyList<string> tools)
    {
        var firstLine = text.Split('\n')[0];
        return tools.Count == 0 ? firstLine : $"{firstLine} → {Counted(tools)}".TrimStart();
    }

    private static string Counted(IEnumerable<string> tools) =>
        string.Join(", ", tools.GroupBy(tool => tool, StringComparer.Ordinal).Select(group => group.Count() == 1 ? group.Key : $"{group.Count()} × {group.Key}"));

    private static string ValueOf(object? value)
    {
        var text = value switch
        {
            JsonElement { ValueKind: JsonValueKind.String } json => json.GetString()!,
            string plain => plain,
            _ => string.Empty,
        };
        return text.Length > MaxValueChars || text.Contains('\n', StringComparison.Ordinal) ? $"({text.Length:N0} characters)" : text;
    }
}
