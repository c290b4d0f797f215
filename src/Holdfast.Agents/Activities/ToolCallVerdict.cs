using System.Text.Json.Serialization;

namespace Holdfast.Agents;

/// <summary>What is to be done about a tool call.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ToolCallVerdict>))]
public enum ToolCallVerdict
{
    /// <summary>Invoke the tool.</summary>
    Invoke = 0,

    /// <summary>Invoke the tool once the call is approved.</summary>
    AskFirst = 1,

    /// <summary>Do not invoke: the model named no known tool, or its arguments do not fit.</summary>
    Refuse = 2,
}
