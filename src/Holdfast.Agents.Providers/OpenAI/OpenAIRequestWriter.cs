using System.ClientModel.Primitives;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Holdfast.Agents.Providers;

/// <summary>Writes the body of a Chat Completions request.</summary>
internal sealed class OpenAIRequestWriter(string modelId, MaxTokensField maxTokensField)
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public BinaryData Write(IChatClient client, IEnumerable<ChatMessage> messages, ChatOptions? options, bool isStreamed)
    {
        options ??= new ChatOptions();
        JsonObject body = StartBody(options.RawRepresentationFactory?.Invoke(client));
        body["model"] = options.ModelId ?? modelId;
        body["messages"] = OpenAIMessageWriter.Write(options.Instructions, messages);
        WriteSampling(body, options);
        OpenAIToolWriter.Write(body, options);
        WriteResponseFormat(body, options);
        if (isStreamed)
        {
            body["stream"] = true;
            body["stream_options"] = new JsonObject { ["include_usage"] = true };
        }

        return Serialize(body);
    }

    private static JsonObject StartBody(object? rawRepresentation) => rawRepresentation switch
    {
        IPersistableModel<ChatCompletionOptions> options => JsonNode.Parse(options.Write(ModelReaderWriterOptions.Json))!.AsObject(),
        JsonObject body => body.DeepClone().AsObject(),
        _ => [],
    };

    private void WriteSampling(JsonObject body, ChatOptions options)
    {
        string maxTokens = maxTokensField == MaxTokensField.MaxTokens ? "max_tokens" : "max_completion_tokens";
        SetUnlessPresent(body, maxTokens, options.MaxOutputTokens);
        SetUnlessPresent(body, "temperature", options.Temperature);
        SetUnlessPresent(body, "top_p", options.TopP);
        SetUnlessPresent(body, "frequency_penalty", options.FrequencyPenalty);
        SetUnlessPresent(body, "presence_penalty", options.PresencePenalty);
        SetUnlessPresent(body, "seed", options.Seed);
        SetUnlessPresent(body, "reasoning_effort", EffortName(options.Reasoning?.Effort));
        if (options.StopSequences is { Count: > 0 } stops)
        {
            SetUnlessPresent(body, "stop", new JsonArray([.. stops.Select(stop => (JsonNode?)stop)]));
        }
    }

    private static string? EffortName(ReasoningEffort? effort) => effort switch
    {
        ReasoningEffort.None => "none",
        ReasoningEffort.Low => "low",
        ReasoningEffort.Medium => "medium",
        ReasoningEffort.High => "high",
        ReasoningEffort.ExtraHigh => "xhigh",
        _ => null,
    };

    private static void WriteResponseFormat(JsonObject body, ChatOptions options) => SetUnlessPresent(body, "response_format", options.ResponseFormat switch
    {
        ChatResponseFormatText => new JsonObject { ["type"] = "text" },
        ChatResponseFormatJson { Schema: { } schema } json => new JsonObject { ["type"] = "json_schema", ["json_schema"] = WriteSchema(json, schema, options) },
        ChatResponseFormatJson => new JsonObject { ["type"] = "json_object" },
        _ => null,
    });

    private static JsonObject WriteSchema(ChatResponseFormatJson format, JsonElement schema, ChatOptions options)
    {
        bool? isStrict = StrictSchema.IsAskedFor(options.AdditionalProperties);
        JsonObject written = new() { ["name"] = WireName.Create(format.SchemaName) ?? "response" };
        SetUnlessPresent(written, "description", format.SchemaDescription);
        written["schema"] = StrictSchema.Write(schema, isStrict == true);
        SetUnlessPresent(written, "strict", isStrict);
        return written;
    }

    private static void SetUnlessPresent(JsonObject parent, string name, JsonNode? value)
    {
        if (value is not null && !parent.ContainsKey(name))
        {
            parent[name] = value;
        }
    }

    private static BinaryData Serialize(JsonObject body)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter writer = new(buffer, WriterOptions))
        {
            body.WriteTo(writer);
        }

        return new BinaryData(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
    }
}
