using System.Text.Json;
using System.Text.Json.Nodes;
using Holdfast.Protocol;
using Microsoft.Extensions.AI;

namespace Holdfast.Agents.Providers;

/// <summary>Writes the tools of a request and how the model may choose among them.</summary>
internal static class OpenAIToolWriter
{
    public static void Write(JsonObject body, ChatOptions options)
    {
        if (options.Tools is not { Count: > 0 } tools)
        {
            return;
        }

        bool? isStrictByDefault = StrictSchema.IsAskedFor(options.AdditionalProperties);
        JsonArray written = body["tools"] as JsonArray ?? [];
        foreach (AITool tool in tools)
        {
            written.Add((JsonNode)WriteTool(tool, isStrictByDefault));
        }

        body["tools"] = written;
        body["tool_choice"] ??= WriteChoice(options.ToolMode);
        RemoveIfNull(body, "tool_choice");
        if (options.AllowMultipleToolCalls is { } allowsMany)
        {
            body["parallel_tool_calls"] ??= allowsMany;
        }
    }

    private static JsonObject WriteTool(AITool tool, bool? isStrictByDefault)
    {
        if (tool is not AIFunctionDeclaration function)
        {
            throw new HoldfastException(
                ErrorCodes.ModelRequestUnsupported,
                $"The tool '{tool.Name}' ({tool.GetType().Name}) cannot be offered through the Chat Completions API, which knows functions alone.");
        }

        bool? isStrict = StrictSchema.IsAskedFor(function.AdditionalProperties) ?? isStrictByDefault;
        JsonObject written = new() { ["name"] = function.Name };
        if (!string.IsNullOrEmpty(function.Description))
        {
            written["description"] = function.Description;
        }

        written["parameters"] = WriteParameters(function.JsonSchema, isStrict == true);
        if (isStrict is { } strict)
        {
            written["strict"] = strict;
        }

        return new JsonObject { ["type"] = "function", ["function"] = written };
    }

    // The API wants an object schema with properties, also for a function without parameters.
    private static JsonObject WriteParameters(JsonElement schema, bool isStrict)
    {
        JsonObject parameters = StrictSchema.Write(schema, isStrict) as JsonObject ?? [];
        parameters["type"] ??= "object";
        parameters["properties"] ??= new JsonObject();
        return parameters;
    }

    private static JsonNode? WriteChoice(ChatToolMode? mode) => mode switch
    {
        NoneChatToolMode => "none",
        AutoChatToolMode => "auto",
        RequiredChatToolMode { RequiredFunctionName: { } name } => new JsonObject { ["type"] = "function", ["function"] = new JsonObject { ["name"] = name } },
        RequiredChatToolMode => "required",
        _ => null,
    };

    private static void RemoveIfNull(JsonObject body, string name)
    {
        if (body[name] is null)
        {
            body.Remove(name);
        }
    }
}
