using System.Text.Json;
using System.Text.Json.Nodes;
using Holdfast.Agents;
using Spectre.Console;

namespace Holdfast.Cli.Demo.View;

/// <summary>Asks a person whether the report may be written, and where.</summary>
internal sealed class ApprovalPrompt(IAnsiConsole console)
{
    private const int ShownLines = 12;

    /// <summary>Asks.</summary>
    public async Task<ApprovalResolution> AskAsync(ApprovalRequest request, CancellationToken cancellationToken)
    {
        ShowCall(request);
        TextPrompt<string> prompt = new("May it write the report? [[y]]es, [[n]]o, [[e]]dit the path:");
        prompt.AddChoices(["y", "n", "e"]).DefaultValue("y").ShowChoices = false;
        return await prompt.ShowAsync(console, cancellationToken) switch
        {
            "y" => request.Approve(Environment.UserName),
            "n" => request.Reject("A person does not want the report.", Environment.UserName),
            _ => request.Edit(await EditAsync(request.Arguments, cancellationToken), Environment.UserName),
        };
    }

    private static string TextOf(JsonElement arguments, string name) => arguments.TryGetProperty(name, out var value) ? value.ToString() : string.Empty;

    private void ShowCall(ApprovalRequest request)
    {
        var lines = TextOf(request.Arguments, "markdown").Split('\n');
        var shown = string.Join('\n', lines.Take(ShownLines)) + (lines.Length > ShownLines ? $"\n… {lines.Length - ShownLines} more lines" : string.Empty);
        console.Write(new Panel(new Text(shown)) { Header = new PanelHeader($" {Markup.Escape(request.Tool)} {Markup.Escape(TextOf(request.Arguments, "path"))} ") });
    }

    private async Task<JsonElement> EditAsync(JsonElement arguments, CancellationToken cancellationToken)
    {
        TextPrompt<string> prompt = new("Path, relative to the folder:");
        prompt.DefaultValue(TextOf(arguments, "path"));
        var edited = JsonNode.Parse(arguments.GetRawText())!.AsObject();
        edited["path"] = await prompt.ShowAsync(console, cancellationToken);
        return JsonElement.Parse(edited.ToJsonString());
    }
}
