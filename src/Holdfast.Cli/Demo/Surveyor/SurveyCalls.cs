using System.Text.Json.Nodes;
using Holdfast.Agents;
using Holdfast.Cli.Demo.Tools;

namespace Holdfast.Cli.Demo.Surveyor;

/// <summary>The tool calls that the surveyor makes.</summary>
internal static class SurveyCalls
{
    // Enough of a file to see what it is; more would fill the transcript.
    private const int LinesRead = 40;

    public static ScriptedToolCall List(string path) => Call(ListFilesTool.Name, ("path", path));

    public static ScriptedToolCall Measure(string path) => Call(MeasureTool.Name, ("path", path));

    public static ScriptedToolCall Read(string path) => Call(ReadFileTool.Name, ("path", path), ("lines", LinesRead));

    public static ScriptedToolCall Search(string text) => Call(SearchTextTool.Name, ("text", text), ("wholeWord", true));

    public static ScriptedToolCall Write(string path, string markdown) => Call(WriteReportTool.Name, ("path", path), ("markdown", markdown));

    private static ScriptedToolCall Call(string tool, params (string Name, JsonNode Value)[] arguments) =>
        new(tool, new JsonObject([.. arguments.Select(argument => KeyValuePair.Create(argument.Name, (JsonNode?)argument.Value))]).ToJsonString());
}
