using System.CommandLine;
using System.Text.Json;

namespace Holdfast.Cli.Runs;

/// <summary>Arguments and options that the verbs on runs share.</summary>
internal static class RunOptions
{
    public static Option<string> Data { get; } = new("--data") { Description = "The data folder.", DefaultValueFactory = static _ => ".holdfast" };

    public static Option<string?> Namespace { get; } = new("--namespace") { Description = "The namespace. Default: that of the host, or 'default'." };

    public static Option<bool> Json { get; } = new("--json") { Description = "Print JSON." };

    public static Argument<string> WorkflowId { get; } = new("workflow-id") { Description = "The workflow ID." };

    public static Option<string?> RunId { get; } = new("--run") { Description = "The run ID. Default: the current run." };

    public static Option<string?> Reason { get; } = new("--reason") { Description = "Why; kept in the history." };

    public static Argument<string[]> Arguments { get; } = new("arguments") { Description = "Arguments: JSON each; what is no JSON is taken as a text.", Arity = ArgumentArity.ZeroOrMore };

    public static IReadOnlyList<JsonElement> ArgumentsOf(ParseResult parsed) => [.. (parsed.GetValue(Arguments) ?? []).Select(ValueOf)];

    private static JsonElement ValueOf(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            using var document = JsonDocument.Parse($"\"{JsonEncodedText.Encode(text)}\"");
            return document.RootElement.Clone();
        }
    }
}
